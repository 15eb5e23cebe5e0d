import { describe, expect, it } from 'vitest';
import { logLoss } from '../../src/evaluation/logLoss.js';
import { prequential } from '../../src/evaluation/prequential.js';
import { logisticRegression } from '../../src/models/logisticRegression.js';
import { riskModel } from '../../src/models/riskModel.js';
import type { LabelledExample } from '../../src/types.js';
import { makeStream } from '../fixtures/makeStream.js';

describe('prequential', () => {
  /** A model that predicts how many examples it has learned, in hundredths. */
  function counting() {
    const batches: (readonly LabelledExample[])[] = [];
    const model = {
      ...logisticRegression({ nFeatures: 6 }),
      predictProbaOne: () => batches.flat().length / 100,
      learnMany: (batch: readonly LabelledExample[]) => void batches.push(batch),
    };
    return { model, batches };
  }

  const saidWith = (options: Parameters<typeof prequential>[2]) =>
    [...prequential(counting().model, makeStream(6), options)].map(({ probability }) =>
      Math.round(100 * probability),
    );

  it('predicts before it learns', () => {
    expect(saidWith({})).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('learns a label when it is due', () => {
    expect(saidWith({ labelDelay: 2 })).toEqual([0, 0, 0, 1, 2, 3]);
  });

  it('learns in batches', () => {
    expect(saidWith({ batchSize: 3 })).toEqual([0, 0, 0, 3, 3, 3]);
  });

  it('learns each example once and in order', () => {
    const { model, batches } = counting();
    const examples = makeStream(9);
    for (const step of prequential(model, examples, { labelDelay: 1, batchSize: 2 })) void step;
    expect(batches.flat().map(({ x }) => x)).toEqual(examples.slice(0, 8).map(({ x }) => x));
  });

  it('ends where the caller stops', () => {
    const { model, batches } = counting();
    for (const { step } of prequential(model, makeStream(9))) if (step === 3) break;
    expect(batches).toHaveLength(2);
  });

  it('judges a mixture on what its experts said at the time', () => {
    const model = riskModel({ featureNames: ['a', 'b', 'c', 'd', 'e', 'f'] });
    const seen: LabelledExample[] = [];
    const spied = {
      ...model,
      learnMany: (batch: readonly LabelledExample[]) => {
        seen.push(...batch);
        model.learnMany(batch);
      },
    };
    const steps = [...prequential(spied, makeStream(40), { labelDelay: 10 })];
    expect(seen).toHaveLength(30);
    seen.forEach(({ predicted }, i) => {
      const { tracking, safe, calibrated, ...experts } = predicted!;
      expect(experts).toEqual(steps[i]!.predicted);
      // Beside them, what ways of combining them said.
      for (const p of [tracking, safe, calibrated]) expect(p).toBeGreaterThan(0);
    });
    expect(Object.keys(steps[0]!.predicted)).toContain('ftrl');
  });

  it('finds the risk model better than a coin, and better without delay than with', () => {
    const lossWith = (labelDelay: number) => {
      const model = riskModel({ featureNames: ['a', 'b', 'c', 'd', 'e', 'f'] });
      return logLoss([...prequential(model, makeStream(1_500), { labelDelay })]);
    };
    const [atOnce, late] = [lossWith(0), lossWith(300)];
    expect(atOnce).toBeLessThan(0.55);
    expect(late).toBeGreaterThan(atOnce);
  });
});
