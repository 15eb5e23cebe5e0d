import { describe, expect, it } from 'vitest';
import { toEvidence, toPercent, toSigned } from '../../src/inspector/numbers.js';

describe('toPercent', () => {
  it.each([
    [0, '0%'],
    [0.004, '<1%'],
    [0.625, '63%'],
    [0.996, '>99%'],
    [1, '100%'],
    [NaN, '–'],
  ])('writes %f as %s', (share, text) => {
    expect(toPercent(share)).toBe(text);
  });
});

describe('toSigned', () => {
  it.each([
    [0.816, '+0.82'],
    [0, '+0.00'],
    [-0.4, '−0.40'],
  ])('writes %f as %s', (value, text) => {
    expect(toSigned(value)).toBe(text);
  });
});

describe('toEvidence', () => {
  it('names each number, with two decimals at most', () => {
    expect(toEvidence({ presses: 5, share: 1 / 3 })).toBe('presses 5 · share 0.33');
  });

  it('is empty without numbers', () => {
    expect(toEvidence({})).toBe('');
  });
});
