import { describe, expect, it } from 'vitest';
import { isSaved, type SavedTraining } from '../../src/learner/protocol.js';
import { resume, summarise } from '../../src/learner/trainingSummary.js';
import { trainMlp } from '../../src/learner/trainMlp.js';
import { makeRows } from '../fixtures/makeRows.js';

const N_FEATURES = 6;

function trained() {
  const training = trainMlp({ nFeatures: N_FEATURES });
  training.learnMany(makeRows(2_000));
  return training;
}

/** What the next visit starts from. */
function keep(training: ReturnType<typeof trained>) {
  const state = training.getState();
  const summary = summarise({ version: 1, training: state, recent: makeRows(9) });
  return resume(JSON.parse(JSON.stringify(summary)), state.weights) as SavedTraining;
}

const lossOf = (training: ReturnType<typeof trained>) => {
  const rows = makeRows(1_000, { seed: 2 });
  const said = training.predictProbaMany(rows.map(({ x }) => x));
  return rows.reduce((sum, { y }, i) => sum - Math.log(y ? said[i]! : 1 - said[i]!), 0) / 1_000;
};

describe('summarise and resume', () => {
  it('keep what the network says', () => {
    const before = trained();
    const saved = keep(before);
    expect(isSaved(saved, N_FEATURES)).toBe(true);
    const after = trainMlp({ nFeatures: N_FEATURES, saved });
    const xs = makeRows(50, { seed: 3 }).map(({ x }) => x);
    const said = before.predictProbaMany(xs);
    after.predictProbaMany(xs).forEach((p, i) => expect(p).toBeCloseTo(said[i]!, 4));
  });

  it('let it go on from there in steps of the same size', () => {
    let training = trained();
    const before = lossOf(training);
    // Visits of five labels each, which a fresh optimiser would take for the first ever.
    for (let visit = 0; visit < 30; visit += 1) {
      training = trainMlp({ nFeatures: N_FEATURES, saved: keep(training) });
      for (const row of makeRows(5, { seed: 10 + visit })) training.learnMany([row]);
    }
    expect(lossOf(training)).toBeLessThan(before + 0.03);
  });

  it('cost little', () => {
    const training = trainMlp({ nFeatures: 150 });
    training.learnMany(makeRows(100, { nFeatures: 150 }));
    const summary = summarise({ version: 1, training: training.getState(), recent: [] });
    expect(JSON.stringify(summary).length).toBeLessThan(2_000);
  });

  it.each([undefined, 7, {}, { nSteps: 1, rate: 1, n: 1 }])(
    'go on from the network alone, where there is only %j',
    (summary) => {
      const before = trained();
      const saved = resume(summary, before.getState().weights) as SavedTraining;
      expect(isSaved(saved, N_FEATURES)).toBe(true);
      const after = trainMlp({ nFeatures: N_FEATURES, saved });
      const loss = lossOf(before);
      expect(lossOf(after)).toBeCloseTo(loss, 3);
      after.learnMany(makeRows(20, { seed: 4 }));
      expect(lossOf(after)).toBeLessThan(loss + 0.03);
    },
  );

  it('have nothing to go on from where the network never learned', () => {
    const { weights } = trained().getState();
    const unlearned = { ...weights, hidden: weights.hidden.map(() => 0) };
    expect(resume(undefined, unlearned)).toBeUndefined();
  });

  it('have nothing to keep of a training that never began', () => {
    expect(summarise({ version: 1, recent: [] })).toBeUndefined();
  });
});
