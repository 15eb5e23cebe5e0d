import { describe, expect, it } from 'vitest';
import { sequence } from '../../src/models/sequence.js';
import { itIsAnOnlineClassifier } from '../contracts/onlineClassifier.js';

const X = Float64Array.of(0);

describe('sequence', () => {
  itIsAnOnlineClassifier(() => sequence({ nFeatures: 2 }));

  it('takes the step of the formula', () => {
    const model = sequence({ nFeatures: 1, variance: () => 0.5, families: [[4, 0.2]] });
    model.learnOne(X, 1, 1, [2]);
    // On are the bias, variance .3, and slot 2, variance .2; p = ½, its curvature ¼.
    const step = 0.5 / (1 + 0.25 * (0.3 + 0.2));
    const { theta, seen } = model.getState().weights;
    // In ten thousandths, and in hundredths.
    expect(theta).toEqual([0, 3000 * step, 0, 0, 2000 * step, 0].map(Math.round));
    expect(seen).toEqual([0, 25, 0, 0, 25, 0]);
  });

  it('moves the weight of a feature as far as its own variance lets it', () => {
    const featureNames = ['rate', 'rateOwn'];
    const model = sequence({
      nFeatures: 2,
      featureNames,
      variance: (name) => (name === 'rateOwn' ? 0.1 : 0.01),
    });
    model.learnOne(Float64Array.of(1, 1), 1);
    const [plain = 0, own = 0] = model.getState().weights.theta!;
    expect(own / plain).toBeGreaterThan(9.5);
  });

  it('tells sequences apart that look the same in every measure', () => {
    const model = sequence({ nFeatures: 1 });
    for (let i = 0; i < 200; i += 1) model.learnOne(X, i % 2 ? 1 : 0, 1, i % 2 ? [3, 9] : [3, 8]);
    expect(model.predictProbaOne(X, [9])).toBeGreaterThan(model.predictProbaOne(X, [8]) + 0.3);
  });

  it('says the prior of what it has never seen', () => {
    const model = sequence({ nFeatures: 1, prior: 0.1 });
    expect(model.predictProbaOne(X, [1, 2, 3, 4, 5])).toBeCloseTo(0.1, 12);
  });

  it('believes what is in logits already', () => {
    const known = {
      logitOf: ([past]: Float64Array) => past! / 2,
      contributions: ([past]: Float64Array) => [{ feature: 'past', contribution: past! / 2 }],
    };
    const model = sequence({ nFeatures: 1, featureNames: ['past'], known });
    expect(model.predictProbaOne(Float64Array.of(2))).toBeCloseTo(1 / (1 + Math.exp(-1)), 12);
    expect(model.contributions!(Float64Array.of(2))).toContainEqual({
      feature: 'past',
      contribution: 1,
    });
  });

  it('passes over slots that are not there, and families without variance', () => {
    const families = [
      [2, 0],
      [2, 0.1],
    ] as const;
    const model = sequence({ nFeatures: 1, families });
    model.learnOne(X, 1, 1, [0, 3, 99]);
    expect(model.getState().weights.theta).toHaveLength(1 + 1 + 2);
    expect(model.predictProbaOne(X, [0])).toBe(model.predictProbaOne(X, []));
  });

  it('is little surer after sixteen looks at one session than after looks at two', () => {
    const seenAfter = (n: number, w: number) => {
      const model = sequence({ nFeatures: 1 });
      for (let i = 0; i < n; i += 1) model.learnOne(X, 1, w, [5]);
      return model.getState().weights.seen![1]!;
    };
    expect(seenAfter(16, 1 / Math.sqrt(16)) / seenAfter(2, 1)).toBeCloseTo(1, 1);
  });

  it('learns fast again after a drift', () => {
    const [steady, shaken] = [0, 1].map(() => {
      const model = sequence({ nFeatures: 1 });
      for (let i = 0; i < 500; i += 1) model.learnOne(X, 1, 1, [5]);
      return model;
    });
    shaken!.onDrift!();
    for (const model of [steady!, shaken!])
      for (let i = 0; i < 20; i += 1) model.learnOne(X, 0, 1, [5]);
    expect(shaken!.predictProbaOne(X, [5])).toBeLessThan(steady!.predictProbaOne(X, [5]) - 0.1);
  });
});
