import { describe, expect, it } from 'vitest';
import { evaluateRecordings, trainPrior, validatePrior } from '../../../src/evaluation/index.js';
import { averagePriors } from '../../../src/evaluation/recorded/averagePriors.js';
import { OWN_SHAPE } from '../../../src/features/index.js';
import { makeRecordings } from '../../fixtures/makeRecording.js';

const parts = [0, 1, 2].map((part) => trainPrior(makeRecordings(40 + 7 * part, `p${part}-`)));

describe('averagePriors', () => {
  it('gives back one part, bit for bit', () => {
    expect(JSON.stringify(averagePriors([parts[0]!]))).toBe(JSON.stringify(parts[0]));
  });

  it('does not mind the order, to the last bit', () => {
    const merged = JSON.stringify(averagePriors(parts));
    expect(JSON.stringify(averagePriors([...parts].reverse()))).toBe(merged);
    expect(JSON.stringify(averagePriors([parts[1]!, parts[2]!, parts[0]!]))).toBe(merged);
  });

  it('adds counts up', () => {
    expect(averagePriors(parts).weights.n).toEqual([40 + 47 + 54]);
  });

  it('leaves alone what one part alone has learned', () => {
    const weightsOf = (prior: (typeof parts)[0]) =>
      prior.parts[0].parts!.find(({ model }) => model === 'sequence')!.weights;
    const merged = weightsOf(averagePriors([parts[0]!, trainPrior([])]));
    expect(merged.seen!.some((value) => value > 0)).toBe(true);
    expect(merged.seen).toEqual(weightsOf(parts[0]!).seen);
    merged.theta!.forEach((value, i) =>
      expect(value).toBeCloseTo(weightsOf(parts[0]!).theta![i]!, 4),
    );
  });

  it('adds up by how much each part has seen one expert do better than another', () => {
    const leadOf = (prior: (typeof parts)[0]) => {
      const [, , never, first] = prior.parts[0].weights.safe!.slice(1);
      return first! - never!;
    };
    const [a, b, none] = [parts[0]!, parts[1]!, trainPrior([])];
    expect(leadOf(a)).not.toBeCloseTo(leadOf(none), 1);
    expect(leadOf(averagePriors([a, none]))).toBeCloseTo(leadOf(a), 6);
    expect(leadOf(averagePriors([a, b]))).toBeCloseTo(leadOf(a) + leadOf(b) - leadOf(none), 6);
  });

  it('merges what tasks look like as if one had seen all attempts', () => {
    const size = OWN_SHAPE.length;
    const row = (n: number, mean: number, variance: number) => [
      5,
      n,
      ...Array<number>(size).fill(mean),
      ...Array<number>(size).fill(variance),
    ];
    const [a, b] = [row(2, 1, 0), row(2, 3, 1)].map((shapes, i) => ({
      ...parts[i]!,
      weights: { ...parts[i]!.weights, shapes },
    }));
    // Of 1, 1, 2 and 4: a mean of 2, and a variance of 1.5.
    expect(averagePriors([a!, b!]).weights.shapes).toEqual(row(4, 2, 1.5));
  });

  it('makes a prior that works', () => {
    const prior = validatePrior(JSON.parse(JSON.stringify(averagePriors(parts))));
    const rows = evaluateRecordings(makeRecordings(30, 'new'), { prior, cut: '2actions' });
    expect(rows.find(({ model }) => model === 'hedge')!.auc).toBeGreaterThan(0.95);
  });
});

describe('validatePrior', () => {
  it.each([
    [null, 'not a prior'],
    [{ model: 'hedge' }, 'not a prior'],
    [{ ...parts[0], version: 0 }, 'train it anew'],
    [{ ...parts[0], weights: {} }, '"weights"'],
    [{ ...parts[0], weights: { ...parts[0]!.weights, tasks: [1] } }, '"weights"'],
    [{ ...parts[0], parts: [] }, 'one risk model'],
    [{ ...parts[0], parts: [{ ...parts[0]!.parts[0], version: 1 }] }, 'other features'],
  ])('says what is wrong with it', (json, message) => {
    expect(() => validatePrior(json)).toThrow(
      expect.objectContaining({
        code: 'prior-rejected',
        message: expect.stringContaining(message),
      }),
    );
  });
});
