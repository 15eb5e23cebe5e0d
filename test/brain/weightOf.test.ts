import { describe, expect, it } from 'vitest';
import { weightOf } from '../../src/brain/createLearning.js';

describe('weightOf', () => {
  it.each([1, 2, 9, 100])('gives %i looks at one attempt the square root of it together', (n) => {
    const weights = Array.from({ length: n }, (_, i) => weightOf(i + 1));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(Math.sqrt(n), 9);
  });

  it.each([undefined, 0, -3, NaN])(
    'takes one whose place is not known for the first: %s',
    (nth) => {
      expect(weightOf(nth)).toBe(1);
    },
  );
});
