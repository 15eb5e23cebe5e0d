import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestAction, computeThresholds } from '../../src/policy/utility.js';

describe('computeThresholds', () => {
  it('asks a fresh visitor for a risk of .25 for a badge and .4 for a card', () => {
    expect(computeThresholds(0.5)).toEqual({ badge: 0.25, card: 0.4 });
  });

  it('rises as the receptivity falls', () => {
    expect(computeThresholds(0.25)).toEqual({ badge: 0.5, card: 0.8 });
  });

  const logit = (p: number) => Math.log(p / (1 - p));

  it('never offers help for how a site usually goes, however badly that is', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.08, max: 0.97, noNaN: true }),
        fc.double({ min: 0.01, max: 0.6, noNaN: true }),
        (usual, receptivity) => {
          const worse = logit(usual) - logit(0.08);
          const { badge, card } = computeThresholds(receptivity, worse);
          expect(badge).toBeGreaterThan(usual);
          expect(card).toBeGreaterThan(badge);
        },
      ),
    );
  });

  it.each([
    ['as is usual', 0, 0.25, 0.4],
    // Odds of 1/3 and 2/3, nine times as high.
    ['with odds nine times as high', Math.log(9), 0.75, 6 / 7],
    ['better than usual, which is no reason to ask more often', -3, 0.25, 0.4],
  ])('goes by how a site goes: %s', (_, worse, badge, card) => {
    expect(computeThresholds(0.5, worse).badge).toBeCloseTo(badge, 12);
    expect(computeThresholds(0.5, worse).card).toBeCloseTo(card, 12);
  });

  it('leaves what is out of reach there', () => {
    expect(computeThresholds(0.1, 2)).toEqual(computeThresholds(0.1));
  });

  it('lies where the expected utilities cross', () => {
    const utility = { badge: (q: number) => 0.6 * q - 0.075, card: (q: number) => q - 0.155 };
    const { badge, card } = computeThresholds(0.4);
    expect(utility.badge(badge * 0.4)).toBeCloseTo(0);
    expect(utility.card(card * 0.4)).toBeCloseTo(utility.badge(card * 0.4));
  });
});

describe('bestAction', () => {
  it('never prompts when the thresholds are out of reach', () => {
    expect(bestAction(1, computeThresholds(0.1))).toBe('none');
  });
});
