import { describe, expect, it } from 'vitest';
import { featureNames, MAX_SHAPES, N_SLOTS, OWN_SHAPE } from '../src/features/index.js';
import { trainMlp } from '../src/learner/trainMlp.js';
import { riskModel } from '../src/models/index.js';
import { fromPrior, noKnown, toPrior, validatePrior } from '../src/prior.js';
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
