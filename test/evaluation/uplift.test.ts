import { describe, expect, it } from 'vitest';
import { endings } from '../../src/evaluation/endings.js';
import { uplift, type Ending } from '../../src/evaluation/uplift.js';
import type { Arm } from '../../src/types.js';
import { makeBareRecord } from '../fixtures/makeBareRecord.js';

function sessions(arm: Arm, n: number, nBad: number): Ending[] {
  return Array.from({ length: n }, (_, i) => ({ arm, bad: i < nBad }));
}

describe('uplift', () => {
  it('gives the difference and the interval of the literature', () => {
    // Newcombe (1998), table II, example (a), method 10: 56/70 and 48/80, .0524 to .3339.
    const result = uplift([...sessions('holdout', 70, 56), ...sessions('treated', 80, 48)]);
    expect(result).toMatchObject({ status: 'known', treated: 80, holdout: 70 });
    if (result.status !== 'known') throw new Error('unreachable');
    expect(result.difference).toBeCloseTo(0.2, 12);
    expect(result.interval[0]).toBeCloseTo(0.0524, 4);
    expect(result.interval[1]).toBeCloseTo(0.3339, 4);
  });

  it('has an interval also where nobody ended badly', () => {
    const result = uplift([...sessions('holdout', 50, 0), ...sessions('treated', 50, 0)]);
    if (result.status !== 'known') throw new Error('unreachable');
    expect(result.difference).toBe(0);
    expect(result.interval[0]).toBeCloseTo(-result.interval[1], 12);
    expect(result.interval[1]).toBeGreaterThan(0.05);
  });

  it.each([
    ['nothing', 0, 0],
    ['one arm only', 500, 0],
    ['a small hold-out', 500, 29],
  ])('claims nothing from %s', (_, treated, holdout) => {
    const all = [...sessions('treated', treated, 0), ...sessions('holdout', holdout, holdout)];
    expect(uplift(all)).toEqual({ status: 'not enough data', treated, holdout, needed: 30 });
  });

  it('is about 25 points to either side at the least number', () => {
    const result = uplift([...sessions('treated', 30, 15), ...sessions('holdout', 30, 15)]);
    if (result.status !== 'known') throw new Error('unreachable');
    expect(result.interval[1]).toBeCloseTo(0.24, 2);
  });
});

describe('endings', () => {
  const MINUTE = 60_000;

  it('takes the last ending that is known of each session', () => {
    const records = [
      makeBareRecord({ at: 0, kind: 'continued' }),
      makeBareRecord({ at: 5 * MINUTE, kind: 'abandoned' }),
      makeBareRecord({ at: 6 * MINUTE, kind: 'notNow', censored: true }),
      makeBareRecord({ at: 7 * MINUTE }),
      makeBareRecord({ at: 60 * MINUTE, kind: 'contacted' }),
      makeBareRecord({ at: 61 * MINUTE, kind: 'success' }),
    ];
    const expected = [
      { arm: 'treated', bad: true },
      { arm: 'treated', bad: false },
    ];
    expect(endings(records)).toEqual(expected);
    expect(endings([...records].reverse())).toEqual(expected);
  });

  it('leaves out a session without any, and the session before it alone', () => {
    const records = [
      makeBareRecord({ at: 0, kind: 'success', arm: 'holdout' }),
      makeBareRecord({ at: 90 * MINUTE, kind: 'accepted' }),
      makeBareRecord({ at: 91 * MINUTE }),
    ];
    expect(endings(records)).toEqual([{ arm: 'holdout', bad: false }]);
  });

  it('begins a session after thirty minutes away', () => {
    const at = (time: number) => makeBareRecord({ at: time, kind: 'success' });
    expect(endings([at(0), at(30 * MINUTE - 1)])).toHaveLength(1);
    expect(endings([at(0), at(30 * MINUTE)])).toHaveLength(2);
  });
});
