import { describe, expect, it } from 'vitest';
import { logisticRegression } from '../../src/models/logisticRegression.js';
import { itIsAnOnlineClassifier } from '../contracts/onlineClassifier.js';
import { makeStream } from '../fixtures/makeStream.js';

describe('logisticRegression', () => {
  itIsAnOnlineClassifier(() => logisticRegression({ nFeatures: 2 }));
  describe('with a prior and a hasty rate', () => {
    itIsAnOnlineClassifier(() => logisticRegression({ nFeatures: 2, rate: 0.8, prior: 0.08 }), {
      prior: 0.08,
    });
  });

  it('takes the step of the formula', () => {
    const model = logisticRegression({ nFeatures: 1, rate: 0.1 });
    model.learnOne(Float64Array.of(2), 1, 3);
    // Scaler: values 0 and 2, mean 1, variance (1 + 1 + 1) / 2; so z = 1 / √1.5.
    const z = 1 / Math.sqrt(1.5);
    const [slope, bias] = model.getState().weights.theta!;
    expect(slope).toBeCloseTo(0.1 * 3 * 0.5 * z, 5);
    expect(bias).toBeCloseTo(0.1 * 3 * 0.5, 5);
  });

  it('takes one step on the mean gradient times √n for a small batch', () => {
    const model = logisticRegression({ nFeatures: 1, rate: 0.1 });
    const x = Float64Array.of(0);
    model.learnMany([
      { x, y: 1 },
      { x, y: 1 },
      { x, y: 1 },
      { x, y: 0 },
    ]);
    // z is 0; errors −½, −½, −½, ½: the mean is −¼, times √4.
    expect(model.getState().weights.theta).toEqual([0, 0.1 * 0.25 * 2]);
  });

  it('takes a large batch as several steps', () => {
    const batch = makeStream(20);
    const [whole, parts] = [6, 6].map((nFeatures) => logisticRegression({ nFeatures }));
    whole!.learnMany(batch);
    for (const i of [0, 8, 16]) parts!.learnMany(batch.slice(i, i + 8));
    expect(whole!.getState()).toEqual(parts!.getState());
  });

  it.each([1, 100, 10_000])('learns a stream of 10 000 in batches of %i', (size) => {
    const model = logisticRegression({ nFeatures: 6 });
    const stream = makeStream(10_000);
    for (let i = 0; i < stream.length; i += size) model.learnMany(stream.slice(i, i + size));
    const right = makeStream(1_000, { seed: 2 }).filter(
      ({ x, y }) => model.predictProbaOne(x) > 0.5 === (y === 1),
    );
    // A tenth of the labels is noise.
    expect(right.length).toBeGreaterThan(850);
  });

  it('says how each feature moves the logit', () => {
    const model = logisticRegression({ nFeatures: 2, featureNames: ['idle', 'errors'] });
    for (const { x, y } of makeStream(50, { nFeatures: 2 })) model.learnOne(x, y);
    const x = Float64Array.of(0.7, -0.2);
    const p = model.predictProbaOne(x);
    const parts = model.contributions!(x);
    const bias = model.getState().weights.theta![2]!;
    expect(parts.map(({ feature }) => feature)).toEqual(['idle', 'errors']);
    expect(parts.reduce((sum, { contribution }) => sum + contribution, bias)).toBeCloseTo(
      Math.log(p / (1 - p)),
      10,
    );
  });
});
