import type { Milliseconds } from '../types.js';
import { decayedCount } from './decayedCount.js';

/** Sums by name over the last 30 s and the last 120 s. O(1) an event. */
export interface Tally {
  add(name: string, time: Milliseconds, amount?: number): void;
  /** Over about 30 s; 0 for a name that never came. */
  in30(name: string, now: Milliseconds): number;
  /** Over about 120 s. */
  in120(name: string, now: Milliseconds): number;
}

export function createTally(): Tally {
  const counts = new Map<string, ReturnType<typeof both>>();
  return {
    add: (name, time, amount) => {
      const count = counts.get(name) ?? both();
      counts.set(name, count);
      count.short.add(time, amount);
      count.long.add(time, amount);
    },
    in30: (name, now) => counts.get(name)?.short.at(now) ?? 0,
    in120: (name, now) => counts.get(name)?.long.at(now) ?? 0,
  };
}

function both() {
  return { short: decayedCount(30_000), long: decayedCount(120_000) };
}
