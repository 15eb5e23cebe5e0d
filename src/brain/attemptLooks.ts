import { hasShape } from '../tools/hasShape.js';
import type { Clock, Intent, Milliseconds } from '../types.js';

/** How often the attempt at a task that goes on was looked at: looks at one share their ending. */
export interface AttemptLooks {
  /** Counts one more look; which one of its attempt it is, from 1. */
  count(intent: Pick<Intent, 'task' | 'startedAt'>): number;
  /** Plain data, to go on from after a page load. */
  getState(): unknown;
  /** @returns false, having changed nothing, for what is not a state */
  setState(state: unknown): boolean;
  forget(): void;
}

/** Attempts at one task that begin this near are one: clocks of two pages differ by less. */
const SAME_MS: Milliseconds = 1000;

export function attemptLooks(clock: Clock): AttemptLooks {
  let attempt = { task: '', startedAt: NaN, looks: 0 };
  return {
    count: ({ task, startedAt }) => {
      const id = task?.id ?? '';
      const isSame = id === attempt.task && Math.abs(startedAt - attempt.startedAt) < SAME_MS;
      attempt = { task: id, startedAt, looks: isSame ? attempt.looks + 1 : 1 };
      return attempt.looks;
    },
    // Each page has a clock of its own, so the beginning is kept in wall time.
    getState: () => ({ ...attempt, startedAt: clock.wallTime() - clock.now() + attempt.startedAt }),
    setState: (state) => {
      if (!hasShape(state, { task: 'string', startedAt: 'number', looks: 'number' })) return false;
      const { task, startedAt, looks } = state as typeof attempt;
      attempt = { task, startedAt: startedAt - clock.wallTime() + clock.now(), looks };
      return true;
    },
    forget: () => (attempt = { task: '', startedAt: NaN, looks: 0 }),
  };
}
