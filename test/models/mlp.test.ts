import { describe, expect, it } from 'vitest';
import { mlp, type MlpWeights } from '../../src/models/mlp.js';
import { itIsAnOnlineClassifier } from '../contracts/onlineClassifier.js';

/** Two hidden units over two features. */
const WEIGHTS: MlpWeights = {
  mean: [1, 0],
  scale: [2, 1],
  hidden: [1, -1, 0.5, 2],
  hiddenBias: [0.1, -0.2],
  output: [0.7, -3],
  outputBias: [-1],
};

describe('mlp', () => {
  itIsAnOnlineClassifier(() => mlp({ nFeatures: 2, prior: 0.08 }), { prior: 0.08, learns: false });
  describe('with weights', () => {
    const create = () => {
      const model = mlp({ nFeatures: 2, nHidden: 2 });
      model.setWeights({ ...WEIGHTS, output: [0, 0], outputBias: [0] });
      return model;
    };
    itIsAnOnlineClassifier(create, { learns: false });
  });

  const x = Float64Array.of(1.5, -1);
  // z = (1, −1); the units: 1 − .5 + .1 = .6 and −1 − 2 − .2, which is off; logit .6 · .7 − 1.
  const LOGIT = -0.58;

  it('runs forward', () => {
    const model = mlp({ nFeatures: 2, nHidden: 2 });
    expect(model.setWeights(WEIGHTS)).toBe(true);
    expect(model.predictProbaOne(x)).toBeCloseTo(1 / (1 + Math.exp(-LOGIT)), 12);
  });

  it('says how each feature moves the logit through the units that are on', () => {
    const model = mlp({ nFeatures: 2, nHidden: 2, featureNames: ['a', 'b'] });
    model.setWeights(WEIGHTS);
    expect(model.contributions!(x)).toEqual([
      { feature: 'a', contribution: 0.7 },
      { feature: 'b', contribution: -0.35 },
    ]);
  });

  it.each([
    ['another shape', { ...WEIGHTS, hidden: [1, 2] }],
    ['a weight that is not a number', { ...WEIGHTS, output: [NaN, 1] }],
    ['a missing layer', { ...WEIGHTS, hiddenBias: undefined }],
  ])('refuses %s and goes on as before', (_, weights) => {
    const model = mlp({ nFeatures: 2, nHidden: 2, prior: 0.3 });
    expect(model.setWeights(weights as MlpWeights)).toBe(false);
    expect(model.predictProbaOne(x)).toBeCloseTo(0.3, 12);
  });

  it('keeps its weights when those it was given change', () => {
    const model = mlp({ nFeatures: 2, nHidden: 2 });
    const given = structuredClone(WEIGHTS) as { outputBias: number[] } & MlpWeights;
    model.setWeights(given);
    given.outputBias[0] = 5;
    expect(model.predictProbaOne(x)).toBeCloseTo(1 / (1 + Math.exp(-LOGIT)), 12);
  });
});
