import { linearModel, type LinearOptions } from './linearModel.js';
import type { OnlineClassifier } from './OnlineClassifier.js';

export interface LogisticRegressionOptions extends LinearOptions {
  /** Step size of the gradient, per standard deviation of a feature. @defaultValue 0.05 */
  rate?: number;
}

/**
 * Logistic regression, fitted by stochastic gradient descent on the log loss:
 * `θ ← θ − rate·w·(p − y)·[z, 1]`.
 *
 * @see Bottou (2010), "Large-Scale Machine Learning with Stochastic Gradient Descent"
 */
export function logisticRegression(options: LogisticRegressionOptions): OnlineClassifier {
  const { rate = 0.05, nFeatures } = options;
  const theta = new Float64Array(nFeatures + 1);
  return linearModel(options, {
    // The rate is part of the name, so that experts at several rates can be told apart.
    name: `logisticRegression${rate}`,
    theta,
    step: (gradient) => gradient.forEach((slope, i) => (theta[i]! -= rate * slope)),
  });
}
