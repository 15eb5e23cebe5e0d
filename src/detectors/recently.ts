import type { Milliseconds } from '../types.js';

export interface Recently {
  /**
   * Counts one more at `time` and says how many lie within the window, this one included. The key ''
   * stands for what is not known, so each is the first of its kind.
   */
  add(key: string, time: Milliseconds): number;
  /** How many lie within the window before `time`. */
  count(key: string, time: Milliseconds): number;
}

/** Keys that are remembered: far more than a person touches in a window. */
const MAX_KEYS = 200;
const MAX_TIMES = 50;

/** Counts events by key within a sliding window, in bounded memory. */
export function recently(windowMs: Milliseconds): Recently {
  const timesOf = new Map<string, readonly Milliseconds[]>();
  const within = (key: string, time: Milliseconds) =>
    (timesOf.get(key) ?? []).filter((at) => time - at < windowMs);

  return {
    add: (key, time) => {
      if (!key) return 1;
      const times = [...within(key, time), time].slice(-MAX_TIMES);
      // Deleted first, so that the oldest key is always the first one.
      timesOf.delete(key);
      timesOf.set(key, times);
      if (timesOf.size > MAX_KEYS) timesOf.delete(timesOf.keys().next().value!);
      return times.length;
    },
    count: (key, time) => within(key, time).length,
  };
}
