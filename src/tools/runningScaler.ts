import { clamp } from './clamp.js';
import { areEqual } from './rememberLast.js';

/** Beyond this a number is taken for this: the square of a larger one could overflow. */
const MAX_ABSOLUTE = 1e6;

/** Standard deviations beyond which a value says no more than "far out". */
const MAX_DEVIATION = 8;

/** A feature that never varies is not divided by nothing. */
const MIN_VARIANCE = 1e-12;

/** Standardises vectors by the mean and variance of what it has seen. */
export interface RunningScaler {
  /** Takes in a batch of vectors, each of shape `[size]`. */
  learn(batch: readonly ArrayLike<number>[]): void;
  /** `(x − mean) · scale`, clipped to ±8; not to be written to, since others may get the same. */
  transform(x: ArrayLike<number>): Float64Array;
  /** Shape `[size]`. */
  mean(): Float64Array;
  /** 1 / standard deviation, shape `[size]`. */
  scale(): Float64Array;
  /** Everything it knows, live: `[n, …means, …sums of squared deviations]`, shape `[2 · size + 1]`. */
  readonly moments: Float64Array;
}

/**
 * A scaler that learns on a stream, as if it had seen one vector of mean 0 and variance 1 before,
 * so that the first real one already says something.
 *
 * Batches of any size come to the same mean and variance, up to rounding: the moments of the batch
 * are merged into the running ones.
 *
 * @see Chan, Golub, LeVeque (1983), "Algorithms for computing the sample variance"; with a batch of
 * one it is Welford's (1962) recurrence
 */
export function runningScaler(size: number): RunningScaler {
  const moments = new Float64Array(2 * size + 1).fill(1, 0, 1).fill(1, size + 1);

  /** What was transformed last, by which moments, and what it came to. */
  let last = { x: new Float64Array(0), moments: moments.slice(), z: new Float64Array(0) };

  const merge = (batch: readonly ArrayLike<number>[], i: number): void => {
    const n = moments[0]!;
    const values = batch.map((x) => clamp(x[i]!, -MAX_ABSOLUTE, MAX_ABSOLUTE));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const delta = mean - moments[1 + i]!;
    const share = values.length / (n + values.length);
    moments[1 + i]! += delta * share;
    moments[1 + size + i]! += values.reduce(
      (sum, value) => sum + (value - mean) ** 2,
      delta * delta * n * share,
    );
  };

  const scaleOf = (i: number) =>
    1 / Math.sqrt(Math.max(MIN_VARIANCE, moments[1 + size + i]! / moments[0]!));

  return {
    learn(batch) {
      if (!batch.length) return;
      for (let i = 0; i < size; i += 1) merge(batch, i);
      moments[0]! += batch.length;
    },
    transform(x) {
      // Experts that share a scaler ask for the same one after the other.
      if (areEqual(x, last.x) && areEqual(moments, last.moments)) return last.z;
      // No call for each feature, since every expert asks for this at every prediction.
      const z = new Float64Array(size);
      const n = moments[0]!;
      for (let i = 0; i < size; i += 1) {
        const variance = Math.max(MIN_VARIANCE, moments[1 + size + i]! / n);
        const deviation = (x[i]! - moments[1 + i]!) * (1 / Math.sqrt(variance));
        z[i] = Math.min(MAX_DEVIATION, Math.max(-MAX_DEVIATION, deviation));
      }
      last = { x: Float64Array.from(x), moments: moments.slice(), z };
      return z;
    },
    mean: () => moments.slice(1, 1 + size),
    scale: () => Float64Array.from({ length: size }, (_, i) => scaleOf(i)),
    moments,
  };
}
