import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BeforehandError } from '../../src/errors.js';
import type { OnlineClassifier } from '../../src/models/OnlineClassifier.js';
import type { Label, ModelState } from '../../src/types.js';

/** Makes a model of two features. */
type Create = () => OnlineClassifier;

export interface Expected {
  /** What it says before it has learned. @defaultValue 0.5 */
  prior?: number;
  /** Whether `learnOne` changes it; rules are written by hand, a network is trained elsewhere. */
  learns?: boolean;
}

/** What every model must do, whatever it is made of. Call it from the model's own test. */
export function itIsAnOnlineClassifier(
  create: Create,
  { prior = 0.5, learns = true }: Expected = {},
): void {
  describe('as an online classifier', () => {
    const x = Float64Array.of(1, -0.5);

    it('says the prior before it learns', () => {
      expect(create().predictProbaOne(x)).toBeCloseTo(prior);
    });

    it.runIf(learns).each([[1], [0]] as const)('moves towards label %i', (y) => {
      const model = create();
      model.learnOne(x, y);
      expect(Math.sign(model.predictProbaOne(x) - prior)).toBe(y === 1 ? 1 : -1);
    });

    it.runIf(learns)('tells a pattern from another after some examples of each', () => {
      const model = create();
      const other = Float64Array.of(-1, 0.5);
      for (let i = 0; i < 60; i += 1) model.learnOne(i % 2 ? x : other, (i % 2) as Label);
      expect(model.predictProbaOne(x)).toBeGreaterThan(model.predictProbaOne(other) + 0.1);
    });

    it.runIf(learns)('learns from a batch of one what it learns from one', () => {
      const [one, many] = [create(), create()];
      one.learnOne(x, 1, 2);
      many.learnMany([{ x, y: 1, w: 2 }]);
      expect(many.getState()).toEqual(one.getState());
    });

    it('does not learn from an example of weight 0', () => {
      const model = create();
      const before = model.getState();
      model.learnOne(x, 1, 0);
      expect(model.getState()).toEqual(before);
    });

    it('learns nothing from an empty batch', () => {
      const model = create();
      const before = model.getState();
      model.learnMany([]);
      expect(model.getState()).toEqual(before);
    });

    it('predicts without changing itself or its input', () => {
      const model = create();
      model.learnOne(x, 1);
      const before = model.getState();
      expect(model.predictProbaOne(x)).toBe(model.predictProbaOne(x));
      model.contributions?.(x);
      expect(model.getState()).toEqual(before);
      expect([...x]).toEqual([1, -0.5]);
    });

    it.each([
      ['too few features', Float64Array.of(1)],
      ['too many features', Float64Array.of(1, 2, 3)],
      ['a feature that is not a number', Float64Array.of(1, NaN)],
      ['an infinite feature', Float64Array.of(-Infinity, 1)],
    ])('refuses %s', (_, bad) => {
      const model = create();
      const before = model.getState();
      expect(() => model.predictProbaOne(bad)).toThrow(BeforehandError);
      expect(() =>
        model.learnMany([
          { x, y: 1 },
          { x: bad, y: 1 },
        ]),
      ).toThrow(BeforehandError);
      expect(model.getState()).toEqual(before);
    });

    it.each([
      ['a label other than 0 and 1', 0.5, 1],
      ['a negative weight', 1, -1],
      ['an infinite weight', 1, Infinity],
      ['a weight that is not a number', 1, NaN],
    ])('refuses %s', (_, y, w) => {
      const model = create();
      const before = model.getState();
      expect(() => model.learnOne(x, y as Label, w)).toThrow(BeforehandError);
      expect(model.getState()).toEqual(before);
    });

    it('goes on bit for bit from a saved state that went through JSON', () => {
      const [model, restored] = [create(), create()];
      model.learnOne(x, 1);
      model.learnMany([
        { x, y: 0, w: 3 },
        { x: Float64Array.of(0.2, 7), y: 1 },
      ]);
      expect(restored.setState(JSON.parse(JSON.stringify(model.getState())))).toBe(true);
      for (const each of [model, restored]) each.learnOne(Float64Array.of(-3, 0.1), 0);
      expect(restored.getState()).toEqual(model.getState());
      expect(restored.predictProbaOne(x)).toBe(model.predictProbaOne(x));
    });

    it('saves a state that later learning leaves alone', () => {
      const model = create();
      const state = model.getState();
      const before = JSON.stringify(state);
      model.learnOne(x, 1);
      expect(JSON.stringify(state)).toBe(before);
    });

    it('refuses the states of others and damaged ones, and stays as it was', () => {
      const model = create();
      model.learnOne(x, 1);
      const before = model.getState();
      for (const state of damage(before)) expect(model.setState(state as ModelState)).toBe(false);
      expect(model.getState()).toEqual(before);
    });

    it('stays finite and within [0, 1] under any finite input', () => {
      const number = fc.oneof(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom(1e308, -1e308, 0),
      );
      const example = fc.record({
        x: fc.tuple(number, number).map((values) => Float64Array.from(values)),
        y: fc.constantFrom<Label>(0, 1),
        w: fc.oneof(fc.double({ min: 0, max: 1e308, noNaN: true }), fc.constant(1)),
      });
      const batches = fc.array(fc.array(example, { maxLength: 40 }), { maxLength: 5 });
      fc.assert(
        fc.property(batches, (all) => {
          const model = create();
          for (const batch of all) model.learnMany(batch);
          expect(numbersOf(model.getState()).every(Number.isFinite)).toBe(true);
          for (const each of [x, ...all.flat().map((seen) => seen.x)]) {
            const probability = model.predictProbaOne(each);
            expect(probability >= 0 && probability <= 1).toBe(true);
          }
        }),
        { numRuns: 50 },
      );
    });

    it('leaves other models alone', () => {
      const [model, other] = [create(), create()];
      model.learnOne(x, 1);
      expect(other.predictProbaOne(x)).toBeCloseTo(prior);
    });

    it('may be disposed twice', () => {
      const model = create();
      model.dispose();
      expect(() => model.dispose()).not.toThrow();
    });
  });
}

function* damage(state: ModelState): Generator<unknown> {
  yield* [null, undefined, 7, 'state', [], {}];
  yield { ...state, model: 'another' };
  yield { ...state, version: state.version + 1 };
  for (const [name, values] of Object.entries(state.weights)) {
    const put = (other: unknown) => ({ ...state, weights: { ...state.weights, [name]: other } });
    yield* [put([...values, 0]), put([]), put(undefined), put('0'), put(Array(values.length))];
    for (const bad of [NaN, Infinity, null, '0']) yield put(values.with(-1, bad as number));
  }
  if (!state.parts) return;
  yield { ...state, parts: undefined };
  yield { ...state, parts: state.parts.slice(1) };
  yield { ...state, parts: [...state.parts].reverse() };
  for (const [i, part] of state.parts.entries()) {
    for (const bad of damage(part))
      yield { ...state, parts: state.parts.with(i, bad as ModelState) };
  }
}

function numbersOf({ weights, parts = [] }: ModelState): number[] {
  return [...Object.values(weights).flat(), ...parts.flatMap(numbersOf)];
}
