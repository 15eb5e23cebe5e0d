import { clamp } from '../tools/clamp.js';

/** What is usual for people, before anything is known of this one. */
export interface Prior {
  readonly mean: number;
  /** Standard deviation. */
  readonly spread: number;
}

/** Count, mean and sum of squared deviations, the prior's pseudo-counts included. */
export type Moments = readonly [n: number, mean: number, squares: number];

/** How far a value is from what is usual for this person. */
export interface Standardiser {
  /** Takes one more value into what is usual. What is not finite is not. */
  learn(value: number): void;
  /** In standard deviations, clipped to ±3. Pure. */
  z(value: number): number;
  getState(): Moments;
  setState(moments: Moments): void;
}

/** Values of one's own that it takes to outweigh what is usual for people. */
const PRIOR_COUNT = 30;
/** Then the older half of what is known counts half: habits change. */
const MAX_COUNT = 2000;

/**
 * Running mean and variance within one person, shrunk towards the population's: as if it had seen
 * 30 values of the prior's mean and spread before. So a slow pointer says nothing about somebody
 * whose pointer is always slow.
 *
 * @see Welford (1962), "Note on a method for calculating corrected sums of squares and products"
 */
export function standardise({ mean: usual, spread }: Prior): Standardiser {
  let [n, mean, squares] = [PRIOR_COUNT, usual, PRIOR_COUNT * spread ** 2];
  return {
    learn: (value) => {
      if (!Number.isFinite(value)) return;
      n += 1;
      const delta = value - mean;
      mean += delta / n;
      squares += delta * (value - mean);
      if (n > MAX_COUNT) [n, squares] = [n / 2, squares / 2];
    },
    // A person who never varies would make any change look endless.
    z: (value) => clamp((value - mean) / Math.max(spread / 10, Math.sqrt(squares / n)), -3, 3),
    getState: () => [n, mean, squares],
    setState: (moments) => ([n, mean, squares] = moments),
  };
}
