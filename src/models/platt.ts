import { clamp } from '../tools/clamp.js';
import { logit } from '../tools/logit.js';
import { sigmoid } from '../tools/sigmoid.js';
import type { Label } from '../types.js';

/** Corrects probabilities that are too sure, too unsure or shifted. */
export interface Platt {
  calibrate(probability: number): number;
  learn(probability: number, y: Label, w: number): void;
  /** Slope, shift and the sums of their squared gradients, live: shape `[4]`. */
  readonly weights: Float64Array;
}

/**
 * Platt scaling, fitted online: `σ(slope · logit(p) + shift)`, which changes nothing at first.
 * Each of the two has an AdaGrad rate of its own.
 *
 * @param rate - first step size. @defaultValue 0.1
 * @see Platt (1999), "Probabilistic outputs for support vector machines"
 * @see Gupta, Ramdas (2023), "Online Platt Scaling with Calibeating"
 */
export function platt(rate = 0.1): Platt {
  const weights = Float64Array.of(1, 0, 1, 1);

  const calibrate = (probability: number): number =>
    sigmoid(weights[0]! * logit(probability) + weights[1]!);

  const descend = (i: 0 | 1, slope: number, min: number): void => {
    weights[2 + i]! += slope * slope;
    weights[i] = clamp(weights[i]! - (rate * slope) / Math.sqrt(weights[2 + i]!), min, 5);
  };

  return {
    calibrate,
    learn(probability, y, w) {
      const error = w * (calibrate(probability) - y);
      // A slope of at least 0.1 keeps the order of the moments.
      descend(0, error * logit(probability), 0.1);
      descend(1, error, -5);
    },
    weights,
  };
}
