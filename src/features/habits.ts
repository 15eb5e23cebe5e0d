import type { Milliseconds } from '../types.js';
import { standardise, type Moments, type Prior } from './standardise.js';

/** What is usual for this person: some measures of the moment, in an order of their own. */
export interface Habits {
  /**
   * Where the measures of one moment lie, in standard deviations within ±3; 0 for NaN, where
   * nothing was measured. They become part of what is usual only when the next moment comes, so that
   * looking twice at the same one gives the same.
   */
  read(time: Milliseconds, measures: readonly number[]): readonly number[];
  getState(): readonly Moments[];
  /** @returns false, having changed nothing, when the state is of other measures or damaged */
  setState(state: unknown): boolean;
}

/** Moments closer together are one. */
const SAME_MS: Milliseconds = 1000;

export function createHabits(priors: readonly Prior[]): Habits {
  const habits = priors.map(standardise);
  let readAt: Milliseconds = -Infinity;
  let latest: readonly number[] = [];

  return {
    read: (time, measures) => {
      if (time - readAt >= SAME_MS) {
        habits.forEach(({ learn }, i) => learn(latest[i] ?? NaN));
        latest = measures;
        readAt = time;
      }
      return habits.map(({ z }, i) => z(measures[i]!) || 0);
    },
    getState: () => habits.map(({ getState }) => getState()),
    setState: (state) => {
      if (!Array.isArray(state) || state.length !== habits.length || !state.every(isMoments)) {
        return false;
      }
      habits.forEach(({ setState }, i) => setState(state[i] as Moments));
      latest = [];
      return true;
    },
  };
}

function isMoments(value: unknown): value is Moments {
  if (!Array.isArray(value) || value.length !== 3 || !value.every(Number.isFinite)) return false;
  const [n, , squares] = value as unknown as Moments;
  return n > 0 && squares >= 0;
}
