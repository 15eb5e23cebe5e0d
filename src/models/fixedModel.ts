import type { Contribution, FeatureVector } from '../types.js';
import { assertBatch } from './assertBatch.js';
import { isStateLike } from './isStateLike.js';
import { assertShape, type OnlineClassifier } from './OnlineClassifier.js';

export interface FixedModelOptions {
  name: string;
  nFeatures: number;
  predict: (x: FeatureVector) => number;
  contributions?: (x: FeatureVector) => readonly Contribution[];
}

/** A model that keeps to the contract and never learns: what it says was written by hand. */
export function fixedModel({
  name,
  nFeatures,
  predict,
  contributions = () => [],
}: FixedModelOptions): OnlineClassifier {
  const state = { model: name, version: 1, weights: {} };
  const checked =
    <Result>(fn: (x: FeatureVector) => Result) =>
    (x: FeatureVector): Result => {
      assertShape(x, nFeatures);
      return fn(x);
    };
  return {
    name,
    predictProbaOne: checked(predict),
    learnOne: (x, y, w = 1) => void assertBatch([{ x, y, w }], nFeatures),
    learnMany: (batch) => void assertBatch(batch, nFeatures),
    contributions: checked(contributions),
    getState: () => state,
    setState: (other) => isStateLike(other, state),
    dispose() {},
  };
}
