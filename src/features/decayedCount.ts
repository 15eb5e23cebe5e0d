import type { Milliseconds } from '../types.js';

/** A sum that forgets: what is added falls to 1/e of it after the window. O(1) an event. */
export interface DecayedCount {
  /** What is not finite is not added; what comes late counts as if it had come in time. */
  add(time: Milliseconds, amount?: number): void;
  at(time: Milliseconds): number;
}

/**
 * @param windowMs - the sum of a steady stream is what a sliding window of this length would hold
 */
export function decayedCount(windowMs: Milliseconds): DecayedCount {
  let value = 0;
  let updatedAt: Milliseconds = 0;
  const at = (time: Milliseconds) => value * Math.exp(-Math.max(0, time - updatedAt) / windowMs);

  return {
    add: (time, amount = 1) => {
      if (!Number.isFinite(time) || !Number.isFinite(amount)) return;
      value = at(time) + amount;
      updatedAt = Math.max(updatedAt, time);
    },
    at,
  };
}
