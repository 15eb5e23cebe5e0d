import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWeighting, weighting, type WeightingOptions } from '../../src/models/weighting.js';
import type { Label } from '../../src/types.js';

const create = (options: Partial<WeightingOptions> = {}) =>
  weighting({ start: [1, 1], rate: 1, isSharing: false, ...options });

describe('weighting', () => {
  it('starts with the weights it was given, up to a factor', () => {
    expect(create({ start: [3, 1] }).weights()[0]).toBeCloseTo(0.75, 12);
  });

  it('weighs experts by what they gave the label', () => {
    const each = create();
    each.learn([0.8, 0.2], 1, 1);
    expect(each.weights()[0]).toBeCloseTo(0.8, 12);
    expect(each.mix([0.8, 0.2])).toBeCloseTo(0.8 * 0.8 + 0.2 * 0.2, 12);
  });

  it('believes a label less at a lower rate', () => {
    const each = create({ rate: 0.5 });
    each.learn([0.8, 0.2], 1, 1);
    // √.8 : √.2 is 2 : 1.
    expect(each.weights()[0]).toBeCloseTo(2 / 3, 12);
  });

  it('counts an example of weight 2 twice', () => {
    const each = create();
    each.learn([0.8, 0.2], 1, 2);
    expect(each.weights()[0]).toBeCloseTo(0.64 / 0.68, 12);
  });

  it('returns a share to the first weights that falls with the labels', () => {
    const each = create({ isSharing: true });
    each.learn([0.8, 0.2], 1, 1);
    // The first time it is a tenth.
    const first = 0.9 * 0.8 + 0.1 * 0.5;
    expect(each.weights()[0]).toBeCloseTo(first, 12);
    each.learn([0.5, 0.5], 1, 1);
    expect(each.weights()[0]).toBeCloseTo((10 / 11) * first + (1 / 11) * 0.5, 12);
  });

  it('leaves the share of an expert alone that said nothing', () => {
    const each = create({ start: [1, 2, 1] });
    each.learn([0.9, NaN, 0.1], 1, 1);
    expect(each.weights()[1]).toBeCloseTo(0.5, 12);
    expect(each.weights()[0]).toBeCloseTo(0.45, 12);
    expect(each.mix([NaN, 0.3, Infinity])).toBeCloseTo(0.3, 12);
    expect(each.mix([NaN, -1, 1.5])).toBe(0.5);
  });

  it('comes back from an expert that led for long, where weights are shared', () => {
    const lead = (isSharing: boolean) => {
      const each = create({ isSharing });
      for (let i = 0; i < 500; i += 1) each.learn([0.9, 0.1], 1, 1);
      for (let i = 0; i < 6; i += 1) each.learn([0.9, 0.1], 0, 1);
      return each.weights()[0];
    };
    expect(lead(true)).toBeLessThan(0.1);
    expect(lead(false)).toBeGreaterThan(0.99);
  });

  it('never loses more than the log of its weight to any expert, whatever comes', () => {
    const step = fc.record({
      said: fc.array(fc.double({ min: 0.01, max: 0.99, noNaN: true }), {
        minLength: 3,
        maxLength: 3,
      }),
      y: fc.constantFrom<Label>(0, 1),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const each = create({ start: [1, 1, 1] });
        const losses = [0, 0, 0, 0];
        for (const { said, y } of steps) {
          [each.mix(said), ...said].forEach((p, i) => (losses[i]! -= Math.log(y ? p : 1 - p)));
          each.learn(said, y, 1);
        }
        const [own, ...others] = losses as [number, ...number[]];
        expect(own).toBeLessThan(Math.min(...others) + Math.log(3) + 1e-6);
      }),
    );
  });

  it('keeps weights that can be saved after any number of surprises', () => {
    const each = create({ start: [1, 1, 1] });
    for (let i = 0; i < 5_000; i += 1) each.learn([1, 0, 0.5], 1, 20);
    expect(isWeighting(JSON.parse(JSON.stringify([...each.state])))).toBe(true);
    expect(each.weights()[0]).toBeCloseTo(1, 12);
  });

  it.each([
    [[0, 0, 0]],
    [[-1, Math.log(0.5), Math.log(0.5)]],
    [[NaN, Math.log(0.5), Math.log(0.5)]],
    [[0, 2, -1]],
  ])('does not take %j for a state', (values) => expect(isWeighting(values)).toBe(false));
});
