import { describe, expect, it } from 'vitest';
import { addUp, countStep, countTests, toCountLine } from '../../scripts/counts.js';

describe('countStep', () => {
  it('counts a step as one test', () => {
    expect(countStep(0)).toEqual({ passed: 1, failed: 0 });
    expect(countStep(2)).toEqual({ passed: 0, failed: 1 });
  });
});

describe('countTests', () => {
  it('takes the counts from the report', () => {
    expect(countTests({ numPassedTests: 12, numFailedTests: 0 }, 0)).toEqual({
      passed: 12,
      failed: 0,
    });
    expect(countTests({ numPassedTests: 9, numFailedTests: 3 }, 1)).toEqual({
      passed: 9,
      failed: 3,
    });
  });

  it('counts a run that failed without a failed test as one failure', () => {
    expect(countTests({ numPassedTests: 12, numFailedTests: 0 }, 1)).toEqual({
      passed: 12,
      failed: 1,
    });
  });

  it('counts a run without a report as one failure', () => {
    expect(countTests(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('takes a run in which nothing ran for a failure', () => {
    expect(countTests({ numPassedTests: 0, numFailedTests: 0 }, 0)).toEqual({
      passed: 0,
      failed: 1,
    });
  });
});

describe('addUp', () => {
  it('sums passed and failed apart', () => {
    const all = [
      { passed: 1, failed: 0 },
      { passed: 40, failed: 2 },
    ];
    expect(addUp(all)).toEqual({ passed: 41, failed: 2 });
    expect(addUp([])).toEqual({ passed: 0, failed: 0 });
  });
});

describe('toCountLine', () => {
  it('says both', () => {
    expect(toCountLine({ passed: 41, failed: 2 })).toBe('41 passed, 2 failed');
  });
});
