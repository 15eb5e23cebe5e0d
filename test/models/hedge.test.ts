import { describe, expect, it } from 'vitest';
import { hedge } from '../../src/models/hedge.js';
import { fixedModel } from '../../src/models/fixedModel.js';
import { logisticRegression } from '../../src/models/logisticRegression.js';
import type { Contribution, LabelledExample } from '../../src/types.js';
import { itIsAnOnlineClassifier } from '../contracts/onlineClassifier.js';

const X = Float64Array.of(0);

/** An expert that always says the same. */
function says(name: string, probability: number, contributions: readonly Contribution[] = []) {
  return fixedModel({
    name,
    nFeatures: 1,
    predict: () => probability,
    contributions: () => contributions,
  });
}

const weightsOf = (model: ReturnType<typeof hedge>) =>
  Object.values(model.assess(X).models).map(({ weight }) => weight);

describe('hedge', () => {
  itIsAnOnlineClassifier(() =>
    hedge({
      nFeatures: 2,
      experts: [
        logisticRegression({ nFeatures: 2 }),
        logisticRegression({ nFeatures: 2, rate: 0.2 }),
      ],
    }),
  );

  it('mixes what its experts say by their weights', () => {
    const model = hedge({
      nFeatures: 1,
      experts: [says('a', 0.9), says('b', 0.1)],
      initialWeights: [3, 1],
    });
    expect(model.predictProbaOne(X)).toBeCloseTo(0.75 * 0.9 + 0.25 * 0.1, 12);
    expect(model.assess(X).models).toEqual({
      a: { probability: 0.9, weight: expect.closeTo(0.75, 12) },
      b: { probability: 0.1, weight: expect.closeTo(0.25, 12) },
    });
  });

  it('weighs them by what they gave the label', () => {
    const model = hedge({ nFeatures: 1, experts: [says('a', 0.8), says('b', 0.2)] });
    model.learnOne(X, 1);
    expect(weightsOf(model)[0]).toBeGreaterThan(0.55);
    expect(weightsOf(model)[0]! + weightsOf(model)[1]!).toBeCloseTo(1, 12);
  });

  it('learns more from an example of weight 2', () => {
    const [light, heavy] = [1, 2].map((w) => {
      const model = hedge({ nFeatures: 1, experts: [says('a', 0.8), says('b', 0.2)] });
      model.learnOne(X, 1, w);
      return weightsOf(model)[0]!;
    });
    expect(heavy).toBeGreaterThan(light! + 0.05);
  });

  it('lets an expert come back that was wrong for long', () => {
    const model = hedge({ nFeatures: 1, experts: [says('a', 0.9), says('b', 0.1)] });
    for (let i = 0; i < 500; i += 1) model.learnOne(X, 0);
    expect(weightsOf(model)[0]).toBeLessThan(0.02);
    for (let i = 0; i < 7; i += 1) model.learnOne(X, 1);
    expect(weightsOf(model)[0]).toBeGreaterThan(0.9);
  });

  it.each([
    ['sixty sessions that go wrong', 1, 1],
    ['sixty looks at one that does', 1 / Math.sqrt(60), 0],
  ])('tells experts of a drift after %s: %d', (_, w, nDrifts) => {
    let told = 0;
    const expert = { ...says('a', 0.1), onDrift: () => (told += 1) };
    const model = hedge({ nFeatures: 1, experts: [expert] });
    for (let i = 0; i < 100; i += 1) model.learnOne(X, 0);
    model.learnMany(Array.from({ length: 60 }, () => ({ x: X, y: 1, w })));
    expect(told).toBe(nDrifts);
  });

  it('judges experts by what they said at the time', () => {
    // Now they agree.
    const model = hedge({ nFeatures: 1, experts: [says('a', 0.5), says('b', 0.5)] });
    for (let i = 0; i < 4; i += 1) model.learnMany([{ x: X, y: 1, predicted: { a: 0.2, b: 0.6 } }]);
    expect(weightsOf(model)[0]).toBeLessThan(0.3);
  });

  it('follows who is better now that a label comes late', () => {
    // Then they agreed.
    const model = hedge({ nFeatures: 1, experts: [says('a', 0.9), says('b', 0.1)] });
    for (let i = 0; i < 3; i += 1) model.learnMany([{ x: X, y: 1, predicted: { a: 0.5, b: 0.5 } }]);
    expect(weightsOf(model)[0]).toBeGreaterThan(0.55);
  });

  it('judges the combination by what it said at the time', () => {
    const experts = [says('a', 0.9), says('b', 0.1)];
    const [right, wrong] = [0.9, 0.1].map((tracking) => {
      const model = hedge({ nFeatures: 1, experts });
      const { predicted } = model.foretell(X);
      expect(predicted.tracking).toBeCloseTo(0.5, 12);
      for (let i = 0; i < 30; i += 1) {
        model.learnMany([{ x: X, y: 1, predicted: { ...predicted, tracking } }]);
      }
      return model.getState().weights.safe![1]!;
    });
    expect(right).toBeGreaterThan(wrong! + 1);
  });

  /** Says what it was taught last. */
  function parrot() {
    let last = 0.5;
    return {
      ...says('parrot', 0.5),
      predictProbaOne: () => last,
      learnMany: (batch: readonly LabelledExample[]) => void (last = batch.at(-1)!.y ? 0.9 : 0.1),
    };
  }

  it.each([
    ['finds out within a batch who learns from it', 40, 1, [0.6, 1]],
    ['finds nothing out in a step of its own', 8, 1, [0.49, 0.51]],
    ['takes forty looks at one session for one label', 40, 1 / Math.sqrt(40), [0.49, 0.51]],
    ['takes looks at many sessions for as many labels', 120, 1 / Math.sqrt(3), [0.6, 1]],
  ])('%s', (_, n, w, [low, high]) => {
    const model = hedge({ nFeatures: 1, experts: [parrot(), says('b', 0.5)] });
    const predicted = { parrot: 0.5, b: 0.5 };
    model.learnMany(Array.from({ length: n }, () => ({ x: X, y: 1 as const, w, predicted })));
    expect(weightsOf(model)[0]).toBeGreaterThan(low!);
    expect(weightsOf(model)[0]).toBeLessThan(high!);
  });

  it('leaves the share of an expert alone that said nothing at the time', () => {
    const experts = [says('a', 0.9), says('b', 0.5), says('c', 0.1)];
    const model = hedge({ nFeatures: 1, experts, initialWeights: [1, 2, 1] });
    model.learnMany([{ x: X, y: 1, predicted: { a: 0.9, c: 0.1 } }]);
    expect(weightsOf(model)[1]).toBeCloseTo(0.5, 1);
    expect(weightsOf(model)[0]).toBeGreaterThan(0.3);
    expect(weightsOf(model)[2]).toBeLessThan(0.2);
  });

  it.each([NaN, Infinity, -0.1, 1.5])('leaves an expert out that says %d', (probability) => {
    const model = hedge({ nFeatures: 1, experts: [says('a', 0.3), says('b', probability)] });
    const { probability: mixed, models } = model.assess(X);
    expect(mixed).toBeCloseTo(0.3, 12);
    expect(Object.keys(models)).toEqual(['a']);
    model.learnOne(X, 1);
    expect(model.predictProbaOne(X)).toBeGreaterThan(0);
  });

  it('is undecided when no expert says anything', () => {
    expect(hedge({ nFeatures: 1, experts: [says('a', NaN)] }).predictProbaOne(X)).toBe(0.5);
  });

  it('names the five features that moved it most, whatever their direction', () => {
    const parts = [1, -9, 3, 0, 5, -2, 4].map((contribution, i) => ({
      feature: `f${i}`,
      contribution,
    }));
    const model = hedge({
      nFeatures: 1,
      experts: [says('a', 0.5, parts), says('b', 0.5, [{ feature: 'f0', contribution: 7 }])],
    });
    expect(model.assess(X).top).toEqual([
      { feature: 'f1', contribution: expect.closeTo(-4.5, 9) },
      { feature: 'f0', contribution: expect.closeTo(4, 9) },
      { feature: 'f4', contribution: expect.closeTo(2.5, 9) },
      { feature: 'f6', contribution: expect.closeTo(2, 9) },
      { feature: 'f2', contribution: expect.closeTo(1.5, 9) },
    ]);
  });

  it('calibrates the mixture', () => {
    const model = hedge({ nFeatures: 1, experts: [says('a', 0.5)] });
    for (let i = 0; i < 1_000; i += 1) model.learnOne(X, i % 5 ? 0 : 1);
    expect(model.predictProbaOne(X)).toBeGreaterThan(0.1);
    expect(model.predictProbaOne(X)).toBeLessThan(0.3);
  });

  it('refuses weights that are no distribution', () => {
    const model = hedge({ nFeatures: 1, experts: [says('a', 0.5), says('b', 0.5)] });
    const state = model.getState();
    const refuses = (weights: Readonly<Record<string, readonly number[]>>) =>
      expect(model.setState({ ...state, weights: { ...state.weights, ...weights } })).toBe(false);
    for (const mixture of [
      [0, 2, -1],
      [0, -0.1, -0.1],
      [-1, Math.log(0.5), Math.log(0.5)],
    ]) {
      refuses({ mixture });
    }
    refuses({ tracking: [0, 0, 0, 0, 0] });
    refuses({ stacking: state.weights.stacking!.map(() => -1) });
    expect(model.getState()).toEqual(state);
  });
});
