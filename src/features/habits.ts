import type { Milliseconds } from '../types.js';
import { standardise, type Moments, type Prior } from './standardise.js';

/** What is usual for this person, by feature. */
export interface Habits {
  /**
   * Says what was measured at one moment. It becomes part of what is usual only when the next one
   * comes, so that looking twice at the same moment gives the same.
   *
   * @param measured - by name of the feature; NaN where nothing was measured
   */
  observe(time: Milliseconds, measured: ReadonlyMap<string, number>): void;
  /** In standard deviations, within ±3; 0 where nothing was measured. */
  z(name: string, value: number): number;
  getState(): Readonly<Record<string, Moments>>;
  /** @returns false, having changed nothing, when the state is of other features or damaged */
  setState(state: unknown): boolean;
}

/** Moments closer together are one. */
const SAME_MS: Milliseconds = 1000;

export function createHabits(priors: Readonly<Record<string, Prior>>): Habits {
  const habits = Object.entries(priors).map(([name, prior]) => ({ name, ...standardise(prior) }));
  let last:
    { readonly time: Milliseconds; readonly measured: ReadonlyMap<string, number> } | undefined;

  return {
    observe: (time, measured) => {
      if (last && time - last.time < SAME_MS) return;
      for (const { name, learn } of habits) learn(last?.measured.get(name) ?? NaN);
      last = { time, measured };
    },
    z: (name, value) => {
      const habit = habits.find((each) => each.name === name);
      return habit && Number.isFinite(value) ? habit.z(value) : 0;
    },
    getState: () => Object.fromEntries(habits.map(({ name, getState }) => [name, getState()])),
    setState: (state) => {
      const saved = habits.map(({ name }) => momentsOf(state, name));
      if (!saved.every((moments) => moments !== undefined)) return false;
      habits.forEach(({ setState }, i) => setState(saved[i]!));
      last = undefined;
      return true;
    },
  };
}

function momentsOf(state: unknown, name: string): Moments | undefined {
  if (typeof state !== 'object' || state === null || !Object.hasOwn(state, name)) return undefined;
  const moments = (state as Record<string, unknown>)[name];
  const isSound =
    Array.isArray(moments) &&
    moments.length === 3 &&
    moments.every(Number.isFinite) &&
    moments[0] > 0 &&
    moments[2] >= 0;
  return isSound ? (moments as unknown as Moments) : undefined;
}
