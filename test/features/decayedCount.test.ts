import { describe, expect, it } from 'vitest';
import { decayedCount } from '../../src/features/decayedCount.js';

describe('decayedCount', () => {
  it('falls to 1/e after the window', () => {
    const count = decayedCount(30_000);
    count.add(1000);
    expect(count.at(1000)).toBe(1);
    expect(count.at(31_000)).toBeCloseTo(0.367879, 6);
    expect(count.at(61_000)).toBeCloseTo(0.135335, 6);
  });

  it('adds up what is left and what comes', () => {
    const count = decayedCount(1000);
    count.add(0, 2);
    count.add(1000, 3);
    // 2 / e + 3
    expect(count.at(1000)).toBeCloseTo(3.735759, 6);
  });

  it('holds about what a window of that length would hold', () => {
    const count = decayedCount(30_000);
    // One a second for ten minutes: a window of 30 s holds 30.
    for (let second = 0; second < 600; second += 1) count.add(second * 1000);
    expect(count.at(599_000)).toBeGreaterThan(29);
    expect(count.at(599_000)).toBeLessThan(31);
  });

  it('counts what comes late as if it had come in time', () => {
    const count = decayedCount(1000);
    count.add(5000);
    count.add(4000);
    expect(count.at(5000)).toBe(2);
  });

  it('does not grow before its time', () => {
    const count = decayedCount(1000);
    count.add(5000);
    expect(count.at(1000)).toBe(1);
  });

  it('ignores what is not finite', () => {
    const count = decayedCount(1000);
    count.add(0);
    count.add(NaN);
    count.add(0, Infinity);
    expect(count.at(0)).toBe(1);
  });
});
