import { clamp } from '../tools/clamp.js';
import { hash32 } from '../tools/hash32.js';
import { logit } from '../tools/logit.js';
import type { Label } from '../types.js';

/** Labels and how many of them were 1. */
type Tally = [n: number, positives: number];

/** What became of earlier moments: of everybody known, of this visitor, and of each task. */
export interface LabelHistory {
  /** How much worse than usual it went for this visitor, in logits; 0 when nothing is known. */
  own(): number;
  /** The same for a task. */
  task(task: string | undefined): number;
  /** Share of bad endings, shrunk. */
  base(): number;
  learn(y: Label, task: string | undefined): void;
}

/** What is known of all visitors. */
export interface SharedHistory {
  base: Tally;
  tasks: Map<number, Tally>;
}

/** Labels of one's own that it takes to outweigh what is usual. */
const PRIOR_COUNT = 2;
const MAX_TASKS = 64;

export function createSharedHistory(): SharedHistory {
  return { base: [2, 0.5], tasks: new Map() };
}

/** Counts labels, shrunk towards what is usual. */
export function labelHistory(shared: SharedHistory, own: Tally = [0, 0]): LabelHistory {
  const base = () => shared.base[1] / shared.base[0];
  const excess = ([n, positives]: Tally): number => {
    const usual = base();
    return clamp(
      logit((positives + PRIOR_COUNT * usual) / (n + PRIOR_COUNT)) - logit(usual),
      -3,
      3,
    );
  };
  const ofTask = (task: string | undefined): Tally =>
    shared.tasks.get(hash32(task ?? '') % MAX_TASKS) ?? [0, 0];
  return {
    own: () => excess(own),
    task: (task) => excess(ofTask(task)),
    base,
    learn: (y, task) => {
      const tally = ofTask(task);
      shared.tasks.set(hash32(task ?? '') % MAX_TASKS, tally);
      for (const each of [shared.base, own, tally]) {
        each[0] += 1;
        each[1] += y;
      }
    },
  };
}

export function isTally(value: unknown): value is Tally {
  return Array.isArray(value) && value.length === 2 && value.every((each) => each >= 0);
}
