import { sigmoid } from '../tools/sigmoid.js';
import type { Label } from '../types.js';

/** Logistic regression of a few inputs that knows how its weights hang together. */
export interface RecursiveLogistic {
  predict(inputs: readonly number[]): number;
  learn(inputs: readonly number[], y: Label, w: number): void;
  /** Shape `[size]`, live. */
  readonly theta: Float64Array;
  /** Whether saved numbers, of the shape of `state` and finite, are such a state. */
  isState(saved: readonly number[]): boolean;
  /** Weights, then their covariance, row by row up to its diagonal: shape `[size · (size + 3) / 2]`. */
  readonly state: Float64Array;
}

/** Of the precisions at each label: what was learned 1 000 labels ago counts for a third. */
const KEEP = 0.999;
/** Nothing is ever so certain that a label teaches nothing. */
const MIN_CURVATURE = 0.02;

/**
 * Recursive Bayesian logistic regression: a Gaussian over all weights, which moves with each label
 * and forgets a little. Inputs that say nearly the same share what is learned of them, where one
 * variance for each weight would let every one of them explain all of it.
 *
 * @param means - of the weights before anything is known, shape `[size]`
 * @param variances - how far they may lie from there, shape `[size]`; forgetting goes no further
 * @see Spiegelhalter, Lauritzen (1990), "Sequential updating of conditional probabilities"; Kulhavý,
 * Zarrop (1993), "On a general concept of forgetting"
 */
export function recursiveLogistic(
  means: readonly number[],
  variances: readonly number[],
): RecursiveLogistic {
  const size = means.length;
  const state = Float64Array.from([...means, ...firstCovariance(variances)]);
  const theta = state.subarray(0, size);
  const covariance = state.subarray(size);

  const predict = (inputs: readonly number[]): number =>
    sigmoid(inputs.reduce((sum, value, i) => sum + value * theta[i]!, 0));

  const forget = (w: number): void => {
    const kept = KEEP ** w;
    const most = variances.map((variance, i) =>
      Math.min(1 / Math.sqrt(kept), Math.sqrt(variance / covariance[at(i, i)]!)),
    );
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j <= i; j += 1) covariance[at(i, j)]! *= most[i]! * most[j]!;
  };

  return {
    predict,
    learn: (inputs, y, w) => {
      const p = predict(inputs);
      const gain = times(covariance, inputs);
      const doubt = inputs.reduce((sum, value, i) => sum + value * gain[i]!, 0);
      const curvature = w * Math.max(MIN_CURVATURE, p * (1 - p));
      const sure = 1 + curvature * Math.max(0, doubt);
      for (let i = 0; i < size; i += 1) {
        theta[i]! += (gain[i]! * w * (y - p)) / sure;
        for (let j = 0; j < i; j += 1)
          covariance[at(i, j)]! -= (curvature / sure) * gain[i]! * gain[j]!;
        const least = MIN_SHARE * variances[i]!;
        const variance = covariance[at(i, i)]! - (curvature / sure) * gain[i]! ** 2;
        covariance[at(i, i)] = Math.max(least, variance);
      }
      forget(w);
    },
    theta,
    isState: (saved) => isCovariance(saved.slice(size), size),
    state,
  };
}

/** Of a first variance, what is always left of it: so that rounding never makes one negative. */
const MIN_SHARE = 1e-6;

/** Where an entry of a symmetric matrix is, `j ≤ i`. */
function at(i: number, j: number): number {
  return (i * (i + 1)) / 2 + j;
}

/** With nothing off the diagonal. */
function firstCovariance(variances: readonly number[]): number[] {
  return variances.flatMap((variance, i) => [...Array<number>(i).fill(0), variance]);
}

function times(covariance: Float64Array, inputs: readonly number[]): number[] {
  return inputs.map((_, i) =>
    inputs.reduce(
      (sum, value, j) => sum + value * covariance[at(Math.max(i, j), Math.min(i, j))]!,
      0,
    ),
  );
}

/** Whether each variance is above 0, and no two weights hang together more than wholly. */
function isCovariance(saved: readonly number[], size: number): boolean {
  return Array.from({ length: size }, (_, i) => i).every((i) =>
    Array.from({ length: i + 1 }, (_, j) => j).every((j) => {
      const most = Math.sqrt(saved[at(i, i)]! * saved[at(j, j)]!);
      return saved[at(i, i)]! > 0 && Math.abs(saved[at(i, j)]!) <= most * (1 + 1e-6);
    }),
  );
}
