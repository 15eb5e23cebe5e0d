import { clamp } from '../tools/clamp.js';
import { logit } from '../tools/logit.js';
import { roundTo } from '../tools/roundTo.js';
import { sigmoid } from '../tools/sigmoid.js';
import type { Label } from '../types.js';

/** Corrects a mixture by what each of its experts said. */
export interface Stacking {
  calibrate(mixture: number, said: readonly number[]): number;
  learn(mixture: number, said: readonly number[], y: Label, w: number): void;
  /** Weights, then their sums of squared gradients, live: shape `[2 · (nExperts + 2)]`. */
  readonly weights: Float64Array;
}

/** Logits are judged at most this sure. */
const MAX_LOGIT = 5;
const MAX_WEIGHT = 5;
/** The slope of the mixture stays above this, which keeps the order of the moments. */
const MIN_SLOPE = 0.1;

/**
 * Platt scaling with each expert's dissent beside it, fitted online:
 * `σ(slope · z + Σ bᵢ · (zᵢ − z) + shift)` where z is the mixture's logit and zᵢ an expert's. It
 * changes nothing at first. Each weight has an AdaGrad rate of its own.
 *
 * A mixture lies between its experts. Where two of them know different things, the truth does not.
 *
 * @param rate - first step size of slope and shift; that of a dissent is a third. @defaultValue 0.1
 * @see Platt (1999), "Probabilistic outputs for support vector machines"; Wolpert (1992), "Stacked
 * generalization"; Gupta, Ramdas (2023), "Online Platt Scaling with Calibeating"
 */
export function stacking(nExperts: number, rate = 0.1): Stacking {
  const size = nExperts + 2;
  const weights = new Float64Array(2 * size).fill(1, size);
  weights[nExperts] = 1;

  const rateOf = (i: number) => (i < nExperts ? rate / 3 : rate);
  const bound = (p: number) => clamp(logit(p), -MAX_LOGIT, MAX_LOGIT);
  const inputs = (mixture: number, said: readonly number[]): readonly number[] => {
    const z = bound(mixture);
    // Who says nothing dissents from nothing.
    return [...said.map((p) => (p >= 0 && p <= 1 ? bound(p) - z : 0)), logit(mixture), 1];
  };
  const score = (z: readonly number[]) =>
    sigmoid(z.reduce((sum, value, i) => sum + value * weights[i]!, 0));

  return {
    calibrate: (mixture, said) => score(inputs(mixture, said)),
    learn: (mixture, said, y, w) => {
      const z = inputs(mixture, said);
      const error = w * (score(z) - y);
      z.forEach((value, i) => {
        const slope = error * value;
        const squares = roundTo(weights[size + i]! + slope * slope, 4);
        const moved = roundTo(weights[i]! - (rateOf(i) * slope) / Math.sqrt(squares), 5);
        weights[size + i] = squares;
        weights[i] = clamp(moved, i === nExperts ? MIN_SLOPE : -MAX_WEIGHT, MAX_WEIGHT);
      });
    },
    weights,
  };
}
