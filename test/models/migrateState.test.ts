import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { riskModel, type RiskModel } from '../../src/models/index.js';
import { trainMlp } from '../../src/learner/trainMlp.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import type { Label, ModelState } from '../../src/types.js';

const NAMES = ['idle', 'rageClick120', 'span', 'pastRisk', 'basePast', 'presses'];
const SLOTS = [3, 900, 1100, 1600];

/** A moment by the names of its features; those that are not named are 0. */
type Named = Readonly<Record<string, number>>;

const vectorOf = (names: readonly string[], moment: Named) =>
  Float64Array.from(names, (name) => moment[name] ?? 0);

const random = seededRandom(5);
const MOMENTS: readonly Named[] = Array.from({ length: 80 }, () =>
  Object.fromEntries(NAMES.map((name) => [name, 2 * random() - 1])),
);

/** Has learned, the network too. */
function learned(names: readonly string[] = NAMES): RiskModel {
  const model = riskModel({ featureNames: names });
  const training = trainMlp({ nFeatures: names.length, seed: 3 });
  const examples = MOMENTS.map((moment, i) => ({
    x: vectorOf(names, moment),
    slots: SLOTS.slice(i % 4),
    y: (moment.idle! + moment.presses! > 0 ? 1 : 0) as Label,
    w: 1,
  }));
  for (const example of examples) model.learnMany([example]);
  training.learnMany(examples);
  model.mlp.setWeights(training.getWeights());
  return model;
}

/** What each expert says, but for the one whose slots go by the places of features. */
function saidOf(model: RiskModel, names: readonly string[], moment: Named) {
  const { probability, models } = model.foretell(vectorOf(names, moment), SLOTS);
  const { interactions, ...others } = models;
  const said = Object.entries(others).map(([name, each]) => [name, each.probability]);
  return { probability, interactions, said: Object.fromEntries(said) as Record<string, number> };
}

function expectAlike(a: Record<string, number>, b: Record<string, number>) {
  expect(Object.keys(a)).toEqual(Object.keys(b));
  for (const [name, probability] of Object.entries(a))
    expect(b[name], name).toBeCloseTo(probability, 9);
}

/** What was learned on some features, in a model of others. */
function carriedTo(names: readonly string[], state: ModelState = learned().getState()): RiskModel {
  const model = riskModel({ featureNames: names });
  expect(model.setState(JSON.parse(JSON.stringify(state)) as ModelState)).toBe(true);
  return model;
}

describe('a risk model of other features', () => {
  const before = learned();
  const moment = MOMENTS[7]!;

  it('knows what was learned of them in another order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(NAMES, { minLength: NAMES.length }), (names) => {
        const model = carriedTo(names, before.getState());
        expectAlike(saidOf(before, NAMES, moment).said, saidOf(model, names, moment).said);
      }),
      { numRuns: 20 },
    );
  });

  it('goes on as before where a new one is what it usually is', () => {
    const names = ['brandNew', ...NAMES, 'another'];
    const model = carriedTo(names, before.getState());
    expectAlike(saidOf(before, NAMES, moment).said, saidOf(model, names, moment).said);
    expect(saidOf(model, names, moment).probability).toBeCloseTo(
      saidOf(before, NAMES, moment).probability,
      1,
    );
  });

  it('forgets the one that is gone, and keeps the others', () => {
    const names = NAMES.filter((name) => name !== 'presses');
    const model = carriedTo(names, before.getState());
    const [low, high] = [-1, 1].map(
      (idle) => saidOf(model, names, { idle }).said['logisticRegression0.2']!,
    );
    expect(high).toBeGreaterThan(low! + 0.1);
    expect(before.getState()).toEqual(learned().getState());
  });

  it('learns of a new one', () => {
    const names = [...NAMES, 'brandNew'];
    const model = carriedTo(names, before.getState());
    for (let i = 0; i < 200; i += 1) {
      const y = (i % 2) as Label;
      model.learnOne(vectorOf(names, { ...MOMENTS[i % 80], brandNew: y ? 1 : -1 }), y);
    }
    const [low, high] = [-1, 1].map(
      (brandNew) => saidOf(model, names, { ...moment, brandNew }).probability,
    );
    expect(high).toBeGreaterThan(low! + 0.3);
  });

  it('keeps what experts have learned where there were others, and weighs them anew', () => {
    const { parts, ...state } = before.getState();
    const fewer = { ...state, parts: parts!.filter(({ model }) => model !== 'ftrl') };
    const model = carriedTo(['new', ...NAMES], fewer);
    const fresh = riskModel({ featureNames: ['new', ...NAMES] });
    expect(model.getState().weights.mixture).toEqual(fresh.getState().weights.mixture);
    const { ftrl, ...said } = saidOf(model, ['new', ...NAMES], moment).said;
    for (const [name, probability] of Object.entries(said))
      expect(probability, name).toBeCloseTo(saidOf(before, NAMES, moment).said[name]!, 9);
    expect(ftrl).toBeCloseTo(saidOf(fresh, ['new', ...NAMES], moment).said.ftrl!, 9);
  });

  it('refuses what is of altogether other features', () => {
    const model = riskModel({ featureNames: ['a', 'b', 'c', 'idle', 'd', 'e'] });
    expect(model.setState(before.getState())).toBe(false);
  });

  const damaged = (change: (state: ModelState) => unknown) =>
    change(before.getState()) as ModelState;
  const without = (state: ModelState, name: string) =>
    Object.fromEntries(Object.entries(state.weights).filter(([key]) => key !== name));

  it.each<[string, ModelState]>([
    ['nobody knows the features of', damaged((s) => ({ ...s, weights: without(s, 'features') }))],
    ['was begun elsewhere', damaged((s) => ({ ...s, version: s.version - 1 }))],
    ['has no weights', damaged((s) => ({ ...s, weights: undefined }))],
    [
      'has a scaler that is none',
      damaged((s) => ({ ...s, weights: { ...s.weights, scaler: [1] } })),
    ],
    [
      'holds what is no number',
      damaged((s) => ({
        ...s,
        parts: s.parts!.map((p) => ({ ...p, weights: { ...p.weights, theta: [NaN] } })),
      })),
    ],
    ['says nothing of its features', damaged((s) => ({ ...s, weights: { features: 7 } }))],
  ])('refuses one that %s, and stays as it was', (_, state) => {
    const model = riskModel({ featureNames: ['new', ...NAMES] });
    const fresh = model.getState();
    expect(model.setState(state)).toBe(false);
    expect(model.getState()).toEqual(fresh);
  });
});
