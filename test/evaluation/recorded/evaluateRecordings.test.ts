import { describe, expect, it } from 'vitest';
import { evaluateRecordings, trainPrior } from '../../../src/evaluation/index.js';
import { makeRecording, makeRecordings } from '../../fixtures/makeRecording.js';

const rowOf = (rows: ReturnType<typeof evaluateRecordings>, model = 'hedge') =>
  rows.find((row) => row.model === model)!;

describe('evaluateRecordings', () => {
  it('gives a row for each model of the ladder, the mixture and the history', () => {
    const names = evaluateRecordings(makeRecordings(6)).map(({ model }) => model);
    expect(names).toEqual(expect.arrayContaining(['never', 'rules', 'mlp', 'hedge', 'history']));
  });

  it('finds out which sequence ends badly', () => {
    const row = rowOf(evaluateRecordings(makeRecordings(120)));
    expect(row.n).toBe(120);
    expect(row.auc).toBeGreaterThan(0.9);
    expect(row.alert.precision).toBeGreaterThan(0.8);
    expect(row.microsPerEvent).toBeGreaterThan(0);
  });

  it('knows nothing before the press that tells', () => {
    const { auc } = rowOf(evaluateRecordings(makeRecordings(120), { cut: '1action' }));
    expect(Math.abs(auc - 0.5)).toBeLessThan(0.2);
  });

  it('leaves out what is known to be over before the cut, and what has no label', () => {
    const { id, user, events } = makeRecording({ id: 'b' });
    const unlabelled = { id, user, events };
    const open = { ...makeRecording({ id: 'c' }), endMs: undefined };
    const rows = evaluateRecordings(
      [makeRecording(), unlabelled, makeRecording({ id: 'd', endMs: 99_000 }), open as never],
      { cut: '10s' },
    );
    expect(rowOf(rows).n).toBe(2);
    expect(rowOf(evaluateRecordings([makeRecording()], { cut: '3actions' })).n).toBe(1);
    expect(evaluateRecordings([makeRecording()], { cut: '4actions' })).toEqual([]);
  });

  it('never learns from visitors who do not come again, when labels wait for the next visit', () => {
    const row = rowOf(evaluateRecordings(makeRecordings(60), { delay: 'visit' }));
    expect(row.auc).toBe(0.5);
  });

  it('gives the same twice', () => {
    const [one, two] = [1, 2].map(() => rowOf(evaluateRecordings(makeRecordings(40))));
    expect({ ...one, microsPerEvent: 0 }).toEqual({ ...two, microsPerEvent: 0 });
  });

  it('goes on from a prior', () => {
    const prior = trainPrior(makeRecordings(90));
    const options = { prior, cut: '2actions' };
    expect(rowOf(evaluateRecordings(makeRecordings(30, 's'), options)).auc).toBeGreaterThan(0.95);
  });

  it('refuses a cut that it does not know', () => {
    expect(() => evaluateRecordings([], { cut: 'sometimes' })).toThrow(/cut is "sometimes"/);
  });
});
