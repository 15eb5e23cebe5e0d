import { describe, expect, it } from 'vitest';
import { brierScore } from '../../src/evaluation/brierScore.js';
import { calibrationError } from '../../src/evaluation/calibrationError.js';
import { logLoss } from '../../src/evaluation/logLoss.js';
import { rocAuc } from '../../src/evaluation/rocAuc.js';
import type { Label } from '../../src/types.js';

const scored = (...pairs: [number, Label][]) =>
  pairs.map(([probability, y]) => ({ probability, y }));

describe('logLoss', () => {
  it('is the mean of −ln of what the label was given', () => {
    // −ln .8 − ln .75 − ln .5, a third of it.
    const mean = (0.2231435513 + 0.2876820724 + 0.6931471806) / 3;
    expect(logLoss(scored([0.8, 1], [0.25, 0], [0.5, 1]))).toBeCloseTo(mean, 9);
  });

  it('stays finite for certainty that was wrong', () => {
    expect(logLoss(scored([0, 1]))).toBeCloseTo(34.54, 2);
  });

  it('is no number for nothing', () => {
    expect(logLoss([])).toBeNaN();
  });
});

describe('brierScore', () => {
  it('is the mean squared error', () => {
    expect(brierScore(scored([0.8, 1], [0.3, 0], [0.5, 1]))).toBeCloseTo(
      (0.04 + 0.09 + 0.25) / 3,
      12,
    );
  });
});

describe('calibrationError', () => {
  it('weighs the gap of each bin by its mass', () => {
    // Two bins: said .1 and .2, came none: gap .15; said .7 and .9, came one: gap .3.
    const two = scored([0.9, 0], [0.1, 0], [0.7, 1], [0.2, 0]);
    expect(calibrationError(two, 2)).toBeCloseTo((0.15 + 0.3) / 2, 12);
  });

  it('keeps equal probabilities in one bin, whatever their order', () => {
    const labels: Label[] = [1, 0, 0, 0, 0];
    expect(calibrationError(scored(...labels.map((y): [number, Label] => [0.2, y])))).toBeCloseTo(
      0,
      12,
    );
    expect(
      calibrationError(scored(...labels.reverse().map((y): [number, Label] => [0.2, y]))),
    ).toBeCloseTo(0, 12);
  });

  it('has fifteen bins of equal mass', () => {
    // Thirty different probabilities in pairs; each pair said about right on average is no error.
    const pairs = Array.from({ length: 15 }, (_, i): [number, Label][] => [
      [0.5 - 0.001 * (15 - i), 0],
      [0.5 - 0.001 * (15 - i) + 0.0001, 1],
    ]);
    const gaps = pairs.map(([a, b]) => Math.abs(a![0] + b![0] - 1));
    const expected = gaps.reduce((sum, gap) => sum + gap, 0) / 30;
    expect(calibrationError(scored(...pairs.flat()))).toBeCloseTo(expected, 12);
  });
});

describe('rocAuc', () => {
  it('is the share of pairs in the right order', () => {
    // Ones at .8 and .4, zeros at .6, .4, .1: right 3 and 1½ of 3 each.
    expect(rocAuc(scored([0.8, 1], [0.6, 0], [0.4, 1], [0.4, 0], [0.1, 0]))).toBeCloseTo(
      4.5 / 6,
      12,
    );
  });

  it.each<[string, [number, Label][], number]>([
    [
      '1 for a perfect order',
      [
        [0.1, 0],
        [0.9, 1],
      ],
      1,
    ],
    [
      '0 for the reverse',
      [
        [0.9, 0],
        [0.1, 1],
      ],
      0,
    ],
    [
      'a half for a constant',
      [
        [0.3, 0],
        [0.3, 1],
        [0.3, 0],
      ],
      0.5,
    ],
  ])('is %s', (_, pairs, auc) => {
    expect(rocAuc(scored(...pairs))).toBe(auc);
  });

  it('is no number with one kind of label only', () => {
    expect(rocAuc(scored([0.3, 1]))).toBeNaN();
  });
});
