import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recursiveLogistic } from '../../src/models/recursiveLogistic.js';
import type { Label } from '../../src/types.js';

describe('recursiveLogistic', () => {
  it('takes the step of the formula', () => {
    const model = recursiveLogistic([0, 0], [0.5, 0.2]);
    model.learn([2, 1], 1, 1);
    // p = ½, its curvature ¼; the covariance times the inputs is [1, .2], the doubt 2.2.
    const sure = 1 + 0.25 * 2.2;
    expect(model.theta[0]).toBeCloseTo(0.5 / sure, 12);
    expect(model.theta[1]).toBeCloseTo(0.1 / sure, 12);
    const [variance, between, other] = model.state.subarray(2);
    expect(variance).toBeCloseTo((0.5 - 0.25 / sure) / 0.999, 12);
    expect(between).toBeCloseTo((-0.25 * 0.2) / sure / 0.999, 4);
    expect(other).toBeLessThanOrEqual(0.2);
  });

  it('lets two inputs that say the same explain no more than one', () => {
    const [one, two] = [recursiveLogistic([0], [1]), recursiveLogistic([0, 0], [0.5, 0.5])];
    for (let i = 0; i < 40; i += 1) {
      const [value, y]: [number, Label] = i % 2 ? [1, i % 3 ? 1 : 0] : [-1, 0];
      one.learn([value], y, 1);
      two.learn([value, value], y, 1);
      expect(two.predict([1, 1])).toBeCloseTo(one.predict([1]), 6);
    }
  });

  it('never forgets further than it began', () => {
    const model = recursiveLogistic([0, 1], [0.5, 0.2]);
    model.learn([1, 1], 1, 1);
    for (let i = 0; i < 5000; i += 1) model.learn([0, 0], 1, 1);
    const [variance, , other] = model.state.subarray(2);
    expect(variance).toBeCloseTo(0.5, 6);
    expect(other).toBeCloseTo(0.2, 6);
  });

  it('keeps a covariance that is one, under any input', () => {
    const value = fc.double({ min: -10, max: 10, noNaN: true });
    const label = fc.record({
      inputs: fc.tuple(value, value, value),
      y: fc.constantFrom<Label>(0, 1),
      w: fc.double({ min: 0, max: 20, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(label, { maxLength: 60 }), (labels) => {
        const model = recursiveLogistic([0, 0, 1], [0.05, 0.05, 0.3]);
        for (const { inputs, y, w } of labels) model.learn(inputs, y, w);
        expect(model.state.every(Number.isFinite)).toBe(true);
        expect(model.isState([...model.state])).toBe(true);
      }),
    );
  });

  it('does not take for a covariance what is none', () => {
    const model = recursiveLogistic([0, 0], [0.5, 0.2]);
    const state = [...model.state];
    expect(model.isState(state)).toBe(true);
    expect(model.isState(state.with(2, 0))).toBe(false);
    expect(model.isState(state.with(3, 0.4))).toBe(false);
    expect(model.isState(state.with(4, -0.2))).toBe(false);
  });
});
