import type { Milliseconds } from '../types.js';

/** What speaks for a task, as it is known at one moment. */
export interface TaskEvidence {
  readonly id: string;
  readonly isOpen: boolean;
  /** The page is at one of the task's own places now. */
  readonly isHere: boolean;
  readonly step: number;
  /** When something of the task was last matched. */
  readonly seenAt: Milliseconds;
}

export interface Posterior {
  readonly best: { readonly id: string; readonly probability: number } | undefined;
  /** Over the tasks and "none of them", bits. */
  readonly entropyBits: number;
}

/** Evidence of a task halves in this time when nothing of it is seen. */
const HALF_LIFE_MS: Milliseconds = 120_000;
/** How much likelier the current page makes a task it belongs to. */
const HERE = 6;
/** How much each step walked adds. */
const PER_STEP = 2;
/** Weight of "none of them", against 1 for a task that was just started elsewhere. */
const NONE = 0.5;

/**
 * What the visitor is most likely doing: Bayes over the open tasks and "none of them", with a flat
 * prior. The likelihood of a task is `2^(−age / half-life) · 6^[here] · (1 + 2·steps)`.
 */
export function posterior(tasks: readonly TaskEvidence[], now: Milliseconds): Posterior {
  const weighed = tasks
    .filter(({ isOpen }) => isOpen)
    .map((task) => ({ id: task.id, weight: weightOf(task, now) }));
  const total = weighed.reduce((sum, { weight }) => sum + weight, NONE);
  const shares = [NONE, ...weighed.map(({ weight }) => weight)].map((weight) => weight / total);
  const best = weighed.reduce<(typeof weighed)[number] | undefined>(
    (most, task) => (most && most.weight >= task.weight ? most : task),
    undefined,
  );
  return {
    best:
      best && best.weight > NONE ? { id: best.id, probability: best.weight / total } : undefined,
    entropyBits: shares.reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0),
  };
}

function weightOf({ isHere, step, seenAt }: TaskEvidence, now: Milliseconds): number {
  const age = Math.max(0, now - seenAt);
  return 2 ** (-age / HALF_LIFE_MS) * (isHere ? HERE : 1) * (1 + PER_STEP * Math.max(0, step));
}
