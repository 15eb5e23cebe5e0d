import type { Milliseconds } from '../types.js';

/** A count that forgets: each event's weight falls to 1/e after the window. O(1) an event. */
export interface DecayedCount {
  add(time: Milliseconds, amount?: number): void;
  at(time: Milliseconds): number;
}

/** @param windowMs - mean age at which an event counts for 1/e */
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
