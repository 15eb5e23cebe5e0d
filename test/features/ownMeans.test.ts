import { describe, expect, it } from 'vitest';
import { ownMeans } from '../../src/features/ownMeans.js';

/** What is usual after attempts with these values. */
function after(values: readonly number[]) {
  const means = ownMeans(1);
  for (const value of values) {
    means.read([value]);
    means.end();
  }
  return means;
}

describe('ownMeans', () => {
  it('finds nothing unusual while nothing is known', () => {
    expect(ownMeans(2).read([5, 5])).toEqual([0, 0]);
  });

  it('finds the same distance less unusual for who varies more', () => {
    const steady = after([1, 1.1, 0.9, 1, 1.1, 0.9, 1, 1]);
    const varying = after([0, 2, 0, 2, 0, 2, 0, 2]);
    const [[a = 0], [b = 0]] = [steady.read([1.5]), varying.read([1.5])];
    expect(b).toBeGreaterThan(0);
    expect(a).toBeGreaterThan(2 * b);
  });

  it('shrinks a difference by half after one attempt, in usual spreads', () => {
    // The spread of one attempt is 0, of which a fifth is believed: √(4/5) of the usual .3.
    expect(after([1]).read([1.2])[0]).toBeCloseTo(0.1 / (0.3 * Math.sqrt(4 / 5)), 9);
  });

  it('says at most 3', () => expect(after([0, 0, 0, 0, 0]).read([100])).toEqual([3]));

  it('keeps mean and variance of attempts, and takes them up again', () => {
    const means = after([1, 3]);
    expect(means.getState()).toEqual([2, 2, 1]);
    const other = ownMeans(1);
    expect(other.setState(means.getState())).toBe(true);
    expect(other.read([2.4])).toEqual(after([1, 3]).read([2.4]));
  });

  it.each([[[1, 2]], [[1, 2, -1]], [[-1, 2, 1]], [[1, NaN, 1]], ['no']])('refuses %j', (state) =>
    expect(ownMeans(1).setState(state)).toBe(false),
  );
});
