import { BeforehandError } from '../errors.js';
import type { LabelledExample } from '../types.js';
import { assertShape } from './OnlineClassifier.js';

/**
 * Guards a model's `learnMany`: either every example is sound or none is learned from.
 *
 * @returns the examples that teach something: those of weight above 0
 * @throws BeforehandError `shape-mismatch` for features of another shape, a label other than 0 or 1,
 * or a weight that is negative or not finite
 */
export function assertBatch(
  batch: readonly LabelledExample[],
  nFeatures: number,
): readonly LabelledExample[] {
  for (const { x, y, w = 1 } of batch) {
    assertShape(x, nFeatures);
    if ((y !== 0 && y !== 1) || !(w >= 0 && w < Infinity)) {
      throw new BeforehandError(
        'shape-mismatch',
        `expected label 0 or 1 and a weight, got ${y}, ${w}`,
      );
    }
  }
  return batch.filter(({ w = 1 }) => w > 0);
}
