import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  featureNames,
  MAX_SHAPES,
  N_SLOTS,
  NO_PAST,
  OWN_SHAPE,
  pastOf,
  SCHEMA_VERSION,
} from '../src/features/index.js';
import { trainMlp } from '../src/learner/trainMlp.js';
import { riskModel } from '../src/models/index.js';
import { computeThresholds } from '../src/policy/utility.js';
import { fromPrior, noKnown, readPrior, toPrior, validatePrior, type Prior } from '../src/prior.js';
import { seededRandom } from '../src/tools/seededRandom.js';
import type { LabelledExample } from '../src/types.js';

const random = seededRandom(3);

/** Nothing of it is 0, or said twice. */
function anything(n: number): LabelledExample[] {
  return Array.from({ length: n }, () => ({
    x: Float64Array.from(featureNames, () => 2 * random() - 1),
    slots: Array.from({ length: 130 }, () => Math.floor(random() * N_SLOTS)),
    y: random() < 0.3 ? 1 : 0,
    w: 1,
  }));
}

/** A prior that has learned a lot about many tasks. */
function full() {
  const { past, shapes } = noKnown();
  const model = riskModel({ featureNames });
  const training = trainMlp({ nFeatures: featureNames.length });
  const batch = anything(1_500);
  for (const example of batch) model.learnMany([example]);
  training.learnMany(batch.map(({ x, y }) => ({ x, y, w: 1 })));
  model.mlp.setWeights(training.getWeights());
  for (let task = 0; task < 300; task += 1) past.tasks.set(13 * task, [100 + task, task]);
  for (let i = 0; i < MAX_SHAPES; i += 1) {
    const shape = shapes.of(`task ${i}`);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      shape.read(OWN_SHAPE.map(() => 3 * random()));
      shape.end();
    }
  }
  return { model, prior: toPrior({ n: 1_500, past, shapes, model: model.getState() }) };
}

describe('a prior', () => {
  const { model, prior } = full();

  it('is at most 80 kB as JSON, whatever it has learned', () => {
    expect(JSON.stringify(prior).length).toBeGreaterThan(40_000);
    expect(JSON.stringify(prior).length).toBeLessThan(80_000);
  });

  it('says what the model said that it is made of, up to its rounding', () => {
    const { model: state } = fromPrior(validatePrior(JSON.parse(JSON.stringify(prior))));
    const shipped = riskModel({ featureNames, prior: state! });
    for (const { x, slots } of anything(50)) {
      const [before, after] = [model, shipped].map((each) => each.foretell(x, slots));
      expect(Math.abs(after!.probability - before!.probability)).toBeLessThan(0.002);
      const [network, rounded] = [before!, after!].map(({ models }) => models.mlp!.probability);
      expect(Math.abs(rounded! - network!)).toBeLessThan(0.01);
    }
  });
});

describe('a prior of earlier features', () => {
  const { prior } = full();
  const features = prior.parts[0].weights.features!;
  /** As one that was trained before a feature came, which then was another. */
  const earlier = {
    ...prior,
    version: SCHEMA_VERSION - 1,
    parts: [
      { ...prior.parts[0], weights: { ...prior.parts[0].weights, features: features.with(5, 1) } },
    ],
  };

  it('is carried over', () => {
    const { model } = fromPrior(validatePrior(JSON.parse(JSON.stringify(earlier))));
    const theta = riskModel({ featureNames, prior: model! })
      .getState()
      .parts!.find((part) => part.model === 'sequence')!.weights.theta!;
    const before = prior.parts[0].parts!.find((part) => part.model === 'sequence')!.weights.theta!;
    expect(theta).toEqual(before.with(5, 0));
  });

  it.each([
    ['a later version', { version: SCHEMA_VERSION + 1 }, /update, or train it anew/],
    ['no version', { version: undefined }, /train it anew/],
    ['shapes of other attempts', { weights: { ...prior.weights, shapes: [1, 2] } }, /shapes/],
  ])('is rejected with %s', (_, change, message) => {
    expect(() => validatePrior({ ...earlier, ...change })).toThrow(message);
  });
});

describe('the default prior', () => {
  const prior = JSON.parse(readFileSync('prior/default.json', 'utf8')) as Prior;

  it('is read by today, holds no part, and is within its budget', () => {
    expect(validatePrior(prior)).toBe(prior);
    expect(prior.weights.n).toEqual([304]);
    expect(JSON.stringify(prior).length).toBeLessThan(80_000);
  });

  it('leaves a visitor at rest alone', () => {
    const { past, model: state } = readPrior(prior);
    const x = Float64Array.from(featureNames, (name) =>
      name === 'basePast' ? pastOf(past, NO_PAST, 'any').basePast : 0,
    );
    const { badge } = computeThresholds(0.5, pastOf(past, NO_PAST, 'any').basePast);
    const { probability } = riskModel({ featureNames, prior: state! }).foretell(x);
    expect(probability).toBeLessThan(badge / 2);
  });
});
