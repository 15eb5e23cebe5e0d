import { describe, expect, it } from 'vitest';
import { riskModel } from '../../src/models/riskModel.js';
import { upgradeState } from '../../src/models/upgradeState.js';
import type { ModelState } from '../../src/types.js';
import { makeStream } from '../fixtures/makeStream.js';

const featureNames = ['a', 'b', 'c'];
const fresh = riskModel({ featureNames }).getState();

function trained() {
  const model = riskModel({ featureNames });
  for (const { x, y } of makeStream(120, { nFeatures: 3 })) model.learnOne(x, y);
  return model;
}

/** As versions before `interactions` saved it: one expert fewer, a precision for each weight. */
function toOlder({ weights, parts = [], ...rest }: ModelState): ModelState {
  const precisions = (size: number) => Array.from({ length: size }, (_, i) => 20 + i);
  const withoutLast = (logs: readonly number[]) => {
    const share = 1 - Math.exp(logs.at(-1)!);
    return [logs[0]!, ...logs.slice(1, -1).map((log) => log - Math.log(share))];
  };
  const nExperts = parts.length - 1;
  return {
    ...rest,
    weights: {
      ...weights,
      mixture: withoutLast(weights.mixture!),
      tracking: withoutLast(weights.tracking!),
      safe: withoutLast(weights.safe!),
      stacking: [...weights.stacking!.slice(0, nExperts + 2), ...precisions(nExperts + 2)],
      calibration: [0.9, 0.1, ...precisions(2)],
    },
    parts: parts.slice(0, -1),
  };
}

describe('upgradeState', () => {
  it('leaves a state of today alone', () => {
    const state = trained().getState();
    expect(upgradeState(state, () => fresh)).toBe(state);
  });

  it('goes on from what an older version has learned', () => {
    const model = trained();
    const older = toOlder(model.getState());
    const next = riskModel({ featureNames });
    expect(next.setState(JSON.parse(JSON.stringify(older)))).toBe(true);
    const { x } = makeStream(1, { nFeatures: 3, seed: 5 })[0]!;
    const [before, after] = [model.foretell(x), next.foretell(x)];
    for (const name of ['rules', 'ftrl', 'sequence', 'places'])
      expect(after.models[name]!.probability).toBe(before.models[name]!.probability);
    expect(next.getState().parts!.slice(0, -1)).toEqual(older.parts);
  });

  it('gives a newcomer the share that it begins with, and keeps the order of the others', () => {
    const older = toOlder(trained().getState());
    const { mixture } = upgradeState(older, () => fresh).weights;
    const shares = mixture!.slice(1).map(Math.exp);
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(1, 9);
    expect(mixture!.at(-1)).toBe(fresh.weights.mixture!.at(-1));
    const before = older.weights.mixture!.slice(1);
    expect(mixture![3]! - mixture![1]!).toBeCloseTo(before[2]! - before[0]!, 9);
  });

  it('keeps what calibration has learned', () => {
    const { calibration } = upgradeState(toOlder(trained().getState()), () => fresh).weights;
    expect(calibration).toEqual([0.9, 0.1, 0, 1 / 20, 0, 1 / 21, 0, 0, 0.3]);
  });

  it('gives a calibration of slope and shift alone the rest that it begins with', () => {
    const features = [...featureNames, 'span', 'pastRisk'];
    const begin = riskModel({ featureNames: features }).getState();
    const platt = [0.9, 0.1, 0.04, 0.01, 0.05];
    const older = { ...begin, weights: { ...begin.weights, calibration: platt } };
    expect(upgradeState(older, () => begin).weights.calibration).toEqual([
      ...[0.9, 0.1, 0, 0, 0],
      ...[0.04, 0.01, 0.05],
      ...[0, 0, 0.3],
      ...[0, 0, 0, 0.1],
      ...[0, 0, 0, 0, 0.1],
    ]);
    expect(riskModel({ featureNames: features }).setState(older)).toBe(true);
  });

  it.each([null, undefined, 7, {}, { weights: {} }, { parts: [] }, { weights: null, parts: [] }])(
    'passes %j on',
    (state) => {
      expect(upgradeState(state as unknown as ModelState, () => fresh)).toBe(state);
    },
  );

  it.each(['mixture', 'stacking', 'calibration'])(
    'refuses an older state whose %s is damaged',
    (name) => {
      const older = toOlder(trained().getState());
      const weights = { ...older.weights, [name]: older.weights[name]!.with(-1, NaN) };
      expect(riskModel({ featureNames }).setState({ ...older, weights })).toBe(false);
    },
  );
});
