import { describe, expect, it } from 'vitest';
import { bestAction, computeThresholds } from '../../src/policy/utility.js';

describe('computeThresholds', () => {
  it('asks a fresh visitor for a risk of .25 for a badge and .4 for a card', () => {
    expect(computeThresholds(0.5)).toEqual({ badge: 0.25, card: 0.4 });
  });

  it('rises as the receptivity falls', () => {
    expect(computeThresholds(0.25)).toEqual({ badge: 0.5, card: 0.8 });
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
