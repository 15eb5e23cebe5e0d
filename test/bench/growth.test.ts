import { describe, expect, it } from 'vitest';
import { growthOf } from '../../bench/growth.js';

describe('growthOf', () => {
  it('finds a straight line without error', () => {
    const { slope, error } = growthOf([1, 3, 5, 7]);
    expect(slope).toBeCloseTo(2);
    expect(error).toBeCloseTo(0);
  });

  it('finds none in what goes up and down, within its error', () => {
    const { slope, error } = growthOf([5, 6, 5, 6, 5, 6, 5, 6]);
    expect(Math.abs(slope)).toBeLessThan(2 * error);
  });

  it('tells growth from noise that is as large as a step', () => {
    const { slope, error } = growthOf([0, 2, 1, 3, 4, 4, 7, 6, 8, 10]);
    expect(slope - 2 * error).toBeGreaterThan(0.5);
  });
});
