import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardise } from '../../src/features/standardise.js';

describe('standardise', () => {
  it('begins with what is usual for people', () => {
    const { z } = standardise({ mean: 10, spread: 2 });
    expect(z(10)).toBe(0);
    expect(z(12)).toBeCloseTo(1);
    expect(z(7)).toBeCloseTo(-1.5);
  });

  it('moves half way to one’s own mean in 30 values', () => {
    const { learn, z } = standardise({ mean: 10, spread: 2 });
    for (let i = 0; i < 30; i += 1) learn(20);
    // 30 values of mean 10 and variance 4, 30 of 20 and 0: mean 15, variance 2 + 25.
    expect(z(15)).toBeCloseTo(0);
    expect(z(15 + Math.sqrt(27))).toBeCloseTo(1);
  });

  it('comes to one’s own mean and spread in the end', () => {
    const { learn, z } = standardise({ mean: 98, spread: 2 });
    for (let i = 0; i < 6000; i += 1) learn(i % 2 ? 101 : 99);
    expect(Math.abs(z(100))).toBeLessThan(0.05);
    expect(z(101)).toBeGreaterThan(0.9);
    expect(z(101)).toBeLessThan(1.1);
  });

  it('is clipped to ±3', () => {
    const { z } = standardise({ mean: 0, spread: 1 });
    expect([z(1e9), z(-1e9)]).toEqual([3, -3]);
  });

  it('does not call a small change endless in somebody who never varies', () => {
    const { learn, z } = standardise({ mean: 0, spread: 1 });
    for (let i = 0; i < 100_000; i += 1) learn(0);
    // A tenth of the prior's spread is the least.
    expect(z(0.1)).toBeCloseTo(1);
  });

  it('goes on from its state', () => {
    const one = standardise({ mean: 0, spread: 1 });
    for (const value of [1, 5, -2]) one.learn(value);
    const other = standardise({ mean: 0, spread: 1 });
    other.setState(one.getState());
    expect(other.z(0.7)).toBe(one.z(0.7));
    expect(other.getState()).toEqual(one.getState());
  });

  it('stays finite whatever it learns', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -1e6, max: 1e6 })), fc.double(), (values, value) => {
        const { learn, z, getState } = standardise({ mean: 1, spread: 0.5 });
        values.forEach(learn);
        expect(getState().every(Number.isFinite)).toBe(true);
        if (!Number.isNaN(value)) expect(Math.abs(z(value))).toBeLessThanOrEqual(3);
      }),
    );
  });
});
