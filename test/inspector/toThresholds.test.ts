import { describe, expect, it } from 'vitest';
import { toLevel, toRiskWord, toThresholds } from '../../src/inspector/toThresholds.js';
import { decide } from '../../src/policy/index.js';
import { makeDecideInput } from '../fixtures/makeDecideInput.js';

describe('toThresholds', () => {
  it('knows none before the first decision', () => {
    expect(toThresholds(undefined)).toEqual({});
  });

  it('finds both in a decision of the policy', () => {
    // At a receptivity of one half: .125 / .5 and .2 / .5.
    const decision = decide(makeDecideInput({ receptivity: 0.5 }));
    expect(toThresholds(decision)).toEqual({ badge: 0.25, card: 0.4 });
  });
});

describe('toRiskWord', () => {
  it.each([
    [0.1, 'calm'],
    [0.25, 'raised'],
    [0.4, 'high'],
  ])('calls %f %s', (probability, word) => {
    expect(toRiskWord(probability, { badge: 0.25, card: 0.4 })).toBe(word);
  });
});

describe('toLevel', () => {
  it('says never of what no probability can reach', () => {
    expect([0.4, 1, 1.6].map(toLevel)).toEqual(['40%', '100%', 'never']);
  });
});
