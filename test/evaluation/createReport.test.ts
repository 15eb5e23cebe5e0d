import { describe, expect, it } from 'vitest';
import { createReport } from '../../src/evaluation/createReport.js';
import { makeBareRecord } from '../fixtures/makeBareRecord.js';

describe('createReport', () => {
  it('is empty for an empty log', () => {
    expect(createReport([], {})).toEqual({
      decisions: 0,
      labelled: 0,
      censored: 0,
      shown: 0,
      models: {},
      uplift: { status: 'not enough data', treated: 0, holdout: 0, needed: 30 },
      groups: {},
      maxMinFpr: NaN,
      survivorship: { sessions: 0, lostShare: 0, unknown: 0 },
    });
  });

  const records = [
    makeBareRecord({
      label: 1,
      predicted: { rules: 0.6, hedge: 0.8 },
      groups: ['mouse', 'lang:de'],
      shown: true,
    }),
    makeBareRecord({ label: 0, predicted: { rules: 0.1, hedge: 0.3 }, groups: ['mouse'] }),
    makeBareRecord({ label: 0, predicted: { rules: 0.2 }, groups: ['keyboard'] }),
    makeBareRecord({
      label: 1,
      censored: true,
      predicted: { rules: 0.01 },
      groups: ['keyboard'],
      shown: true,
    }),
    makeBareRecord({ predicted: { rules: 0.99, ftrl: 0.5 } }),
  ];
  const report = createReport(records, { rules: 0.7 });

  it('counts', () => {
    expect(report).toMatchObject({ decisions: 5, labelled: 3, censored: 1, shown: 2 });
  });

  it('judges each model by the labels that were not censored', () => {
    expect(Object.keys(report.models)).toEqual(['rules', 'hedge']);
    const { rules, hedge } = report.models;
    expect(rules!.n).toBe(3);
    expect(rules!.brierScore).toBeCloseTo((0.16 + 0.01 + 0.04) / 3, 12);
    expect(rules!.logLoss).toBeCloseTo(-(Math.log(0.6) + Math.log(0.9) + Math.log(0.8)) / 3, 12);
    expect(rules!.calibrationError).toBeCloseTo((0.4 + 0.1 + 0.2) / 3, 12);
    expect(rules!.weight).toBe(0.7);
    expect(hedge).toMatchObject({ n: 2, weight: 1, rocAuc: 1 });
    // 0.6 is above both others.
    expect(rules!.rocAuc).toBe(1);
  });

  it('counts each group of a decision', () => {
    expect(report.groups).toMatchObject({
      'lang:de': { decisions: 1, shown: 1, positives: 1, labelled: 1 },
      keyboard: { decisions: 2, shown: 1, positives: 0, labelled: 1 },
      mouse: { decisions: 2, shown: 1, positives: 1, labelled: 2 },
    });
  });
});
