import { fixedModel } from './fixedModel.js';
import type { OnlineClassifier } from './OnlineClassifier.js';

/**
 * Says the base rate whatever happens: the floor that every other model is measured against.
 *
 * @param options.prior - the base rate. @defaultValue 0.08
 */
export function never({
  nFeatures,
  prior = 0.08,
}: {
  nFeatures: number;
  prior?: number;
}): OnlineClassifier {
  return fixedModel({ name: 'never', nFeatures, predict: () => prior });
}
