import { linearModel, type LinearOptions } from './linearModel.js';
import type { OnlineClassifier } from './OnlineClassifier.js';

export interface FtrlOptions extends LinearOptions {
  /** Scale of the learning rates. @defaultValue 0.5 */
  alpha?: number;
  /** Delays their decay. @defaultValue 1 */
  beta?: number;
}

/**
 * Logistic regression by follow-the-regularised-leader: each weight has a learning rate of its own,
 * `α / (β + √Σg²)`, so rare features still learn when frequent ones have settled.
 *
 * Without the L1 and L2 terms of the paper: a few dozen features need no sparsity.
 *
 * @see McMahan et al. (2013), "Ad Click Prediction: a View from the Trenches", algorithm 1
 */
export function ftrl(options: FtrlOptions): OnlineClassifier {
  const { alpha = 0.5, beta = 1, nFeatures } = options;
  const theta = new Float64Array(nFeatures + 1);
  const z = new Float64Array(nFeatures + 1);
  const squares = new Float64Array(nFeatures + 1);

  const update = (slope: number, i: number): void => {
    const before = Math.sqrt(squares[i]!);
    squares[i]! += slope * slope;
    const after = Math.sqrt(squares[i]!);
    z[i]! += slope - ((after - before) / alpha) * theta[i]!;
    theta[i] = 0 - (alpha * z[i]!) / (beta + after);
  };

  return linearModel(options, {
    name: 'ftrl',
    theta,
    memory: { z, squares },
    step: (gradient) => gradient.forEach(update),
  });
}
