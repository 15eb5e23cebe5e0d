import type { Milliseconds, Task } from '../types.js';
import { addEvidence, LIKELIHOOD, weigh, type Evidence } from './posterior.js';
import type { Clue, ClueRole } from './toClues.js';

/** Something that happened to a task. */
export interface TaskEvent {
  readonly kind:
    'started' | 'progressed' | 'success' | 'abandoned' | 'left' | 'resumed' | 'contacted';
  /** Absent for the anonymous task, and for asking for help outside of every task. */
  readonly task?: string;
  readonly time: Milliseconds;
}

/** How far the visitor is with a task; plain data. */
export interface Progress {
  readonly open: boolean;
  /** Was open since it last ended well: success may still come after it was given up. */
  readonly seen: boolean;
  /** The page belongs to the task. */
  readonly inside: boolean;
  /** Left for another page, and not come back to. */
  readonly away: boolean;
  /** Furthest step reached; -1 before the first. */
  readonly step: number;
  readonly startedAt: Milliseconds;
  readonly progressAt: Milliseconds;
  readonly evidence: Evidence;
}

/**
 * One declared task.
 *
 * ```text
 *          start, or any step             a later step: progressed
 *  closed ────────────────────▶ open ─────────────────────────────▶ open
 *     ▲    success, abandoned    │ ▲
 *     └──────────────────────────┤ │ a page of the task: resumed
 *        a page of no part: left ▼ │
 *                               away
 * ```
 */
export interface TaskLife {
  readonly task: Task;
  readonly clues: readonly Clue[];
  progress: Progress;
  /** Takes in patterns that have just become true, or were pressed. */
  meet(met: readonly Clue[], time: Milliseconds): void;
  /**
   * Takes in a change of page.
   *
   * @param inside - the pathname is one of the task's
   */
  locate(inside: boolean, time: Milliseconds): void;
  start(time: Milliseconds): void;
  /** @param step - index of the step reached */
  advance(step: number, time: Milliseconds): void;
  succeed(time: Milliseconds): void;
  abandon(time: Milliseconds): void;
  /** How much speaks for the visitor being at this task, in logits. Pure. */
  logits(now: Milliseconds): number;
}

const CLOSED: Progress = {
  open: false,
  seen: false,
  inside: false,
  away: false,
  step: -1,
  startedAt: 0,
  progressAt: 0,
  evidence: { logits: 0, at: 0 },
};

/** @param tell - receives what happens; called after the progress has changed */
export function createTaskLife(
  task: Task,
  clues: readonly Clue[],
  tell: (kind: TaskEvent['kind'], task: Task, time: Milliseconds) => void,
): TaskLife {
  // Only where all its pages are known by their paths can another page be told to be elsewhere.
  const canBeLeft = clues.every(
    ({ role, kind }) => kind === 'path' || role === 'success' || role === 'contact',
  );

  const change = (kind: TaskEvent['kind'], time: Milliseconds, changes: Partial<Progress>) => {
    life.progress = { ...life.progress, ...changes };
    tell(kind, task, time);
  };

  const see = (ratio: number, time: Milliseconds) => {
    const evidence = addEvidence(life.progress.evidence, ratio, time);
    life.progress = { ...life.progress, evidence };
  };

  /** @param step - where a visitor comes in who begins in the middle, by a link for instance */
  const enter = (time: Milliseconds, step = -1) => {
    const { open, away, inside } = life.progress;
    const begun = { open: true, seen: true, inside, step, startedAt: time, progressAt: time };
    if (!open) change('started', time, { ...CLOSED, ...begun });
    else if (away) change('resumed', time, { away: false });
  };

  const advance = (step: number, time: Milliseconds) => {
    see(LIKELIHOOD.progress, time);
    change('progressed', time, { step, progressAt: after(life.progress.startedAt, time) });
  };

  const meet = (met: readonly Clue[], time: Milliseconds) => {
    const has = (wanted: ClueRole) => met.some(({ role }) => role === wanted);
    if (has('success') && life.progress.seen) return life.succeed(time);
    if (has('contact') && life.progress.open) tell('contacted', task, time);
    if (!has('start') && !has('step')) return;
    const { open, step } = life.progress;
    const next = met.find(({ role, index }) => role === 'step' && index > (open ? step : -1));
    enter(time, next?.index);
    if (open && next) advance(next.index, time);
    else see(LIKELIHOOD.match, time);
  };

  const locate = (inside: boolean, time: Milliseconds) => {
    const { open, inside: wasInside } = life.progress;
    life.progress = { ...life.progress, inside };
    if (!open) return;
    if (inside) enter(time);
    else if (wasInside && canBeLeft) change('left', time, { away: true });
  };

  const life: TaskLife = {
    task,
    clues,
    progress: CLOSED,
    meet,
    locate,
    start(time) {
      enter(time);
      see(LIKELIHOOD.told, time);
    },
    advance(step, time) {
      enter(time);
      advance(step, time);
    },
    succeed: (time) => change('success', time, { open: false, away: false, seen: false, step: -1 }),
    abandon(time) {
      if (life.progress.open) change('abandoned', time, { open: false, away: false, step: -1 });
    },
    logits(now) {
      const { evidence, inside, away } = life.progress;
      const standing = inside ? LIKELIHOOD.onRoute : away ? LIKELIHOOD.offRoute : 1;
      return weigh(evidence, now) + Math.log(standing);
    },
  };
  return life;
}

/** A time of progress that can be told from the start, even on a clock that stood still between. */
export function after(startedAt: Milliseconds, time: Milliseconds): Milliseconds {
  return Math.max(time, startedAt + 1);
}
