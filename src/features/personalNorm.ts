import { clamp } from '../tools/clamp.js';

/** How far a value is from what is usual for this person, in standard deviations. */
export interface PersonalNorm {
  /** Takes one more value into what is usual. */
  learn(value: number): void;
  /** In [−3, 3]. */
  z(value: number): number;
  /** Shape `[3]`: count, mean, sum of squared deviations. */
  readonly moments: Float64Array;
}

/** What is usual for people weighs as much as this many values of one's own. */
const PRIOR_COUNT = 30;

/**
 * Running mean and variance (Welford), shrunk towards the population's until enough is known, so
 * that an old hand's slow pointer is not a sign of trouble.
 *
 * @see Welford (1962), "Note on a method for calculating corrected sums of squares and products"
 */
export function personalNorm(prior: { mean: number; spread: number }): PersonalNorm {
  const moments = new Float64Array(3);
  return {
    learn: (value) => {
      if (!Number.isFinite(value)) return;
      moments[0]! += 1;
      const delta = value - moments[1]!;
      moments[1]! += delta / moments[0]!;
      moments[2]! += delta * (value - moments[1]!);
    },
    z: (value) => {
      const [count, mean, squares] = moments as unknown as [number, number, number];
      const total = count + PRIOR_COUNT;
      const usual = (count * mean + PRIOR_COUNT * prior.mean) / total;
      const variance = (squares + PRIOR_COUNT * prior.spread ** 2) / total;
      return clamp((value - usual) / Math.sqrt(variance), -3, 3);
    },
    moments,
  };
}
