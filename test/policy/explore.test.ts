import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computePropensities, explore } from '../../src/policy/explore.js';
import { seededRandom } from '../../src/tools/seededRandom.js';

const actions = ['none', 'badge', 'card'] as const;
const anyRate = fc.double({ min: 0, max: 1, noNaN: true });

describe('computePropensities', () => {
  it('spreads ε evenly and gives the rest to the best action', () => {
    const { none, badge, card } = computePropensities('card', 0.3);
    expect([none, badge, card].map((p) => p.toFixed(6))).toEqual([
      '0.100000',
      '0.100000',
      '0.800000',
    ]);
  });

  it('leaves a calm visitor alone for certain', () => {
    expect(computePropensities('none', 0.3)).toEqual({ none: 1, badge: 0, card: 0 });
  });

  it('sums to 1', () => {
    fc.assert(
      fc.property(fc.constantFrom(...actions), anyRate, (best, rate) => {
        const { none, badge, card } = computePropensities(best, rate);
        expect(none + badge + card).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('explore', () => {
  it('draws each action as often as its propensity says', () => {
    const random = seededRandom(7);
    const counts = { none: 0, badge: 0, card: 0 };
    for (let i = 0; i < 30_000; i += 1) counts[explore('badge', 0.3, random).action] += 1;
    // Four standard deviations of a share of 30 000 draws are below .01.
    expect(Math.abs(counts.badge / 30_000 - 0.8)).toBeLessThan(0.01);
    expect(Math.abs(counts.none / 30_000 - 0.1)).toBeLessThan(0.01);
  });

  it('leaves a calm visitor alone whatever it draws', () => {
    expect(explore('none', 0.3, () => 1)).toEqual({ action: 'none', propensity: 1 });
  });

  it('tells the propensity of the action it drew', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...actions),
        anyRate,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (best, rate, uniform) => {
          const { action, propensity } = explore(best, rate, () => uniform);
          expect(propensity).toBe(computePropensities(best, rate)[action]);
          expect(propensity).toBeGreaterThan(0);
        },
      ),
    );
  });
});
