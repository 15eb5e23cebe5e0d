import { describe, expect, it } from 'vitest';
import {
  alertQuality,
  bootstrap,
  calibrationSlope,
  doublyRobust,
  fairness,
  prAuc,
  rocAuc,
  snips,
  survivorship,
} from '../../src/evaluation/index.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import { sigmoid } from '../../src/tools/sigmoid.js';
import type { Label } from '../../src/types.js';
import { makeBareRecord } from '../fixtures/makeBareRecord.js';

const scored = (...pairs: [number, Label][]) =>
  pairs.map(([probability, y]) => ({ probability, y }));

describe('prAuc', () => {
  it('is the mean precision at the positives', () => {
    // In order: 1, 0, 1, 0: precisions 1/1 and 2/3.
    expect(prAuc(scored([0.9, 1], [0.8, 0], [0.7, 1], [0.1, 0]))).toBeCloseTo((1 + 2 / 3) / 2, 12);
  });

  it('is the base rate when all are said alike', () => {
    expect(prAuc(scored([0.3, 1], [0.3, 0], [0.3, 0], [0.3, 0]))).toBe(0.25);
  });

  it('is not a number without a positive', () => {
    expect(prAuc(scored([0.3, 0]))).toBeNaN();
  });
});

describe('rocAuc', () => {
  it('takes a hundred thousand equal probabilities', () => {
    const same = Array.from({ length: 100_000 }, (_, i) => ({
      probability: 0.5,
      y: (i % 2) as Label,
    }));
    expect(rocAuc(same)).toBe(0.5);
  });
});

describe('calibrationSlope', () => {
  const random = seededRandom(5);
  const truth = Array.from({ length: 20_000 }, () => 6 * random() - 3);
  const labels = truth.map((z): Label => (random() < sigmoid(z) ? 1 : 0));
  const said = (by: number) =>
    truth.map((z, i) => ({ probability: sigmoid(by * z), y: labels[i]! }));

  it.each([
    [1, 1],
    [2, 0.5],
    [0.5, 2],
  ])('of logits that are %d times too large is %d', (by, slope) => {
    expect(calibrationSlope(said(by))).toBeCloseTo(slope, 1);
  });

  it('is not a number where all labels, or all probabilities, are alike', () => {
    expect(calibrationSlope(scored([0.2, 1], [0.4, 1]))).toBeNaN();
    expect(calibrationSlope(scored([0.2, 1], [0.2, 0]))).toBeNaN();
  });
});

describe('bootstrap', () => {
  const items = Array.from({ length: 400 }, (_, i) => ({
    user: `u${i >> 3}`,
    value: (i >> 3) % 2,
  }));
  const mean = (sample: readonly { value: number }[]) =>
    sample.reduce((sum, { value }) => sum + value, 0) / sample.length;

  it('draws visitors, so that eight like moments are no more than one', () => {
    const [low, high] = bootstrap(items, mean);
    // Of 50 visitors, half of them 1: the standard error is √(¼ / 50) = .071.
    expect(high - low).toBeGreaterThan(3 * 0.071);
    expect(high - low).toBeLessThan(5 * 0.071);
    expect(low).toBeLessThan(0.5);
    expect(high).toBeGreaterThan(0.5);
  });

  it('gives the same for the same seed', () => {
    expect(bootstrap(items, mean, { seed: 4 })).toEqual(bootstrap(items, mean, { seed: 4 }));
  });

  it('knows nothing of nobody', () => {
    expect(bootstrap([], mean)).toEqual([NaN, NaN]);
  });
});

describe('alertQuality', () => {
  it('keeps to the budget for a model that always says the same', () => {
    const always = Array.from({ length: 20 }, (_, i) => ({
      y: (i < 8 ? 1 : 0) as Label,
      endMs: 1000,
      moments: [{ probability: 0.3, time: 400 }],
    }));
    const { precision, recall } = alertQuality(always, 0.1);
    // Two of twenty, drawn blindly: as many of them end badly as of all.
    expect(precision).toBeCloseTo(0.4, 12);
    expect(recall).toBeCloseTo(0.1, 12);
  });

  it('alerts at the first moment that reaches the threshold of the budget', () => {
    const episode = (y: Label, peak: number) => ({
      y,
      endMs: 10_000,
      moments: [
        { probability: 0.01, time: 1000 },
        { probability: peak, time: 4000 },
        { probability: peak, time: 9000 },
      ],
    });
    const episodes = [episode(1, 0.9), episode(0, 0.8), episode(1, 0.3), episode(0, 0.2)];
    // The upper half: two alerts, one right, of two that ended badly; 6 s ahead.
    expect(alertQuality(episodes, 0.5)).toEqual({
      budget: 0.5,
      precision: 0.5,
      recall: 0.5,
      medianLeadMs: 6000,
    });
  });
});

describe('snips and doublyRobust', () => {
  const log = [
    { propensity: 0.5, target: 1, reward: 1, expected: 0.5, expectedTarget: 0.5 },
    { propensity: 0.5, target: 0, reward: 0, expected: 0.25, expectedTarget: 0.5 },
    { propensity: 0.25, target: 1, reward: 0, expected: 0.5, expectedTarget: 0.5 },
  ];

  it('weigh what the other policy would have done as well', () => {
    // Weights 2, 0 and 4.
    expect(snips(log).value).toBeCloseTo(2 / 6, 12);
    expect(snips(log).effectiveSampleSize).toBeCloseTo(36 / 20, 12);
    // (½ + 2·½) + (½ + 0) + (½ − 4·½), by 3.
    expect(doublyRobust(log).value).toBeCloseTo(0.5 / 3, 12);
  });

  it('know nothing of a policy that never does what was done', () => {
    const never = log.map((each) => ({ ...each, target: 0 }));
    expect(snips(never)).toEqual({ value: NaN, effectiveSampleSize: 0 });
  });
});

describe('fairness', () => {
  const make = (group: string, n: number, nBothered: number) =>
    Array.from({ length: n }, (_, i) =>
      makeBareRecord({
        groups: [group],
        label: 0,
        action: i < nBothered ? 'card' : 'none',
        predicted: { hedge: 0.25 },
      }),
    );
  const records = [
    ...make('mouse', 40, 4),
    ...make('keyboard', 40, 8),
    ...make('touch', 5, 5),
    makeBareRecord({ groups: ['mouse'], label: 1, action: 'card', predicted: { hedge: 0.25 } }),
  ];

  it('says who is bothered and who is helped', () => {
    const { mouse } = fairness(records).groups;
    expect(mouse).toMatchObject({ decisions: 41, falsePositiveRate: 0.1, truePositiveRate: 1 });
    expect(mouse!.promptRate).toBeCloseTo(5 / 41, 12);
    expect(mouse!.calibrationError).toBeCloseTo((41 * 0.25 - 1) / 41, 12);
  });

  it('compares the groups that are large enough', () => {
    expect(fairness(records).maxMinFpr).toBeCloseTo(2, 12);
    expect(fairness(make('mouse', 40, 4)).maxMinFpr).toBeNaN();
  });
});

describe('survivorship', () => {
  it('estimates by the rule of succession how likely this session is the last', () => {
    const hour = 3_600_000;
    const records = [0, 0.1, 2, 5].map((at) => makeBareRecord({ at: at * hour, label: 0 }));
    expect(survivorship(records)).toEqual({ sessions: 3, lostShare: 1 / 4, unknown: 0 });
  });
});
