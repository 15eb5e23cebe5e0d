import { describe, expect, it } from 'vitest';
import type { MlpWeights } from '../../src/models/mlp.js';
import { modelVersion } from '../../src/models/modelVersion.js';
import { riskModel } from '../../src/models/riskModel.js';
import { itIsAnOnlineClassifier } from '../contracts/onlineClassifier.js';
import { makeStream } from '../fixtures/makeStream.js';

const NAMES = ['deadClick120', 'searches120', 'idle'];

/** A harmless-looking moment: no rule speaks of searches or idling. */
const searches = Float64Array.of(0, 1.1, 0.4);
const reads = Float64Array.of(0, 0, 1.5);

describe('riskModel', () => {
  itIsAnOnlineClassifier(() => riskModel({ featureNames: ['a', 'b'] }), { prior: 0.08 });

  it('starts with the rules in the lead', () => {
    const model = riskModel({ featureNames: NAMES });
    const { models, probability } = model.assess(Float64Array.of(Math.tanh(0.5), 0, 0));
    const { rules, never, ...others } = models;
    expect(rules!.weight).toBeGreaterThan(
      2 * Math.max(...Object.values(others).map((m) => m.weight)),
    );
    expect(others.interactions!.weight).toBeCloseTo(4 * others.ftrl!.weight, 12);
    expect(never!.weight).toBeLessThan(0.01);
    // The rules say 1 − .92 · .7, models something between that and the base rate.
    expect(models.rules!.probability).toBeCloseTo(1 - 0.92 * 0.7, 12);
    expect(models.sequence!.probability).toBeGreaterThan(0.2);
    expect(probability).toBeGreaterThan(0.28);
    expect(probability).toBeLessThan(models.rules!.probability);
    expect(Object.keys(models)).toEqual([
      'rules',
      'never',
      'logisticRegression0.005',
      'logisticRegression0.05',
      'logisticRegression0.2',
      'logisticRegression0.8',
      'ftrl',
      'sequence',
      'standings',
      'places',
      'mlp',
      'interactions',
    ]);
  });

  it('learns within 15 labels a harmless pattern that always ends badly', () => {
    const model = riskModel({ featureNames: NAMES });
    for (let i = 0; i < 15; i += 1) model.learnOne(i % 3 ? reads : searches, i % 3 ? 0 : 1);
    const bad = model.assess(searches);
    expect(bad.probability).toBeGreaterThan(0.4);
    expect(model.predictProbaOne(reads)).toBeLessThan(0.2);
    expect(bad.models.rules!.weight).toBeLessThan(0.3);
    expect(bad.top[0]!.feature).toBe('searches120');
  });

  it('learns the same pattern when labels come ten moments late', () => {
    const model = riskModel({ featureNames: NAMES });
    const waiting: Parameters<typeof model.learnMany>[0][number][] = [];
    for (let i = 0; i < 30; i += 1) {
      const x = i % 3 ? reads : searches;
      const said = Object.entries(model.assess(x).models);
      const predicted = Object.fromEntries(
        said.map(([name, { probability }]) => [name, probability]),
      );
      waiting.push({ x, y: i % 3 ? 0 : 1, predicted });
      if (waiting.length > 10) model.learnMany(waiting.splice(0, 1));
    }
    expect(model.predictProbaOne(searches)).toBeGreaterThan(model.predictProbaOne(reads) + 0.3);
    expect(model.assess(searches).models.rules!.weight).toBeLessThan(0.3);
  });

  it('names what the rules see, whoever of its experts is believed', () => {
    const model = riskModel({ featureNames: NAMES });
    const { top } = model.assess(Float64Array.of(Math.tanh(1.5), 0, 0));
    expect(top[0]!.feature).toBe('deadClick120');
    expect(top[0]!.contribution).toBeGreaterThan(2);
  });

  it('finds out that a signal is harmless here', () => {
    const model = riskModel({ featureNames: NAMES });
    const stuck = Float64Array.of(Math.tanh(1.5), 0, 0.4);
    const before = model.predictProbaOne(stuck);
    for (let i = 0; i < 60; i += 1) model.learnOne(i % 4 ? reads : stuck, i % 4 === 2 ? 1 : 0);
    expect(before).toBeGreaterThan(0.5);
    expect(model.predictProbaOne(stuck)).toBeLessThan(0.2);
  });

  it('listens to the rules while they are right', () => {
    const model = riskModel({ featureNames: NAMES });
    for (let i = 0; i < 60; i += 1) {
      const isStuck = i % 7 === 0;
      const x = Float64Array.of(isStuck ? Math.tanh(1.5) : 0, Math.sin(i), Math.cos(3 * i));
      model.learnOne(x, isStuck && i % 21 ? 1 : 0);
    }
    const { rules, ...others } = model.assess(searches).models;
    // Models begin as milder rules, and agree with them here: nobody has more than an even share.
    expect(rules!.weight).toBeGreaterThan(1 / (1 + Object.keys(others).length));
    expect(model.predictProbaOne(Float64Array.of(Math.tanh(1.5), 0, 0))).toBeGreaterThan(0.55);
    expect(model.predictProbaOne(Float64Array.of(0, 0, 0))).toBeLessThan(0.08);
  });

  it.each([1, 100, 10_000])('learns a stream of 10 000 in batches of %i', (size) => {
    const stream = makeStream(10_000);
    const model = riskModel({
      featureNames: stream[0]!.x
        .toString()
        .split(',')
        .map((_, i) => `f${i}`),
    });
    for (let i = 0; i < stream.length; i += size) model.learnMany(stream.slice(i, i + size));
    const right = makeStream(500, { seed: 2 }).filter(
      ({ x, y }) => model.predictProbaOne(x) > 0.5 === (y === 1),
    );
    // One batch leaves the mixture where it was, since nothing was learned yet when it was judged.
    expect(right.length).toBeGreaterThan(size === 10_000 ? 300 : 425);
  });

  it('speaks through the network once its weights are there', () => {
    const model = riskModel({ featureNames: ['a'] });
    const zeros = Array<number>(16).fill(0);
    const weights = {
      mean: [0],
      scale: [1],
      hidden: zeros,
      hiddenBias: zeros,
      output: zeros,
      outputBias: [3],
    };
    expect(model.mlp.setWeights(weights)).toBe(true);
    expect(model.assess(Float64Array.of(0)).models.mlp!.probability).toBeCloseTo(
      1 / (1 + Math.exp(-3)),
      12,
    );
  });

  it('starts from a prior that was learned elsewhere', () => {
    const elsewhere = riskModel({ featureNames: NAMES });
    for (let i = 0; i < 15; i += 1) elsewhere.learnOne(i % 3 ? reads : searches, i % 3 ? 0 : 1);
    const model = riskModel({ featureNames: NAMES, prior: elsewhere.getState() });
    expect(model.predictProbaOne(searches)).toBe(elsewhere.predictProbaOne(searches));
  });

  it('rejects a prior for other features of the same number', () => {
    const prior = riskModel({ featureNames: NAMES.map((name) => `${name}Old`) }).getState();
    expect(() => riskModel({ featureNames: NAMES, prior })).toThrow(
      expect.objectContaining({ code: 'prior-rejected' }),
    );
  });
});

describe('modelVersion', () => {
  it('is short, and the same for the same state', () => {
    const version = modelVersion(riskModel({ featureNames: NAMES }));
    expect(version).toMatch(/^[0-9a-z]{1,7}$/);
    expect(modelVersion(riskModel({ featureNames: NAMES }))).toBe(version);
  });

  it('changes with each label', () => {
    const model = riskModel({ featureNames: NAMES });
    const versions = [reads, searches, reads].map((x) => {
      model.learnOne(x, 0);
      return modelVersion(model);
    });
    expect(new Set(versions).size).toBe(3);
  });

  it('is what the risk model says of itself, whatever changes it', () => {
    const model = riskModel({ featureNames: NAMES });
    const weights = model.mlp.getState().weights as MlpWeights;
    const changes = [
      () => model.learnOne(reads, 1),
      () => model.learnMany([{ x: searches, y: 0 }]),
      () => model.mlp.setWeights({ ...weights, outputBias: [0.5] }),
      () => model.setState(riskModel({ featureNames: NAMES }).getState()),
    ];
    for (const change of changes) {
      const before = model.version();
      change();
      expect(model.version()).not.toBe(before);
      expect(model.version()).toBe(modelVersion(model));
    }
  });
});
