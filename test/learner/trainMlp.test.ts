import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { N_HIDDEN, type Row } from '../../src/learner/protocol.js';
import { memory } from '../../src/learner/tensorflow.js';
import { trainMlp } from '../../src/learner/trainMlp.js';
import { mlp } from '../../src/models/mlp.js';
import { runningScaler } from '../../src/tools/runningScaler.js';
import { makeRows } from '../fixtures/makeRows.js';

const N_FEATURES = 6;

/** TensorFlow.js as it comes, in a process of its own, since two copies in one share an engine. */
const REFERENCE = `
  import * as tf from '@tensorflow/tfjs';
  import { readFileSync } from 'node:fs';
  const { weights, batches, nHidden } = JSON.parse(readFileSync(0, 'utf8'));
  await tf.setBackend('cpu');
  const n = batches[0].x[0].length;
  const model = tf.sequential({ layers: [
    tf.layers.dense({ units: nHidden, activation: 'relu', inputShape: [n] }),
    tf.layers.dense({ units: 1, activation: 'sigmoid' }),
  ] });
  const shapes = [[n, nHidden], [nHidden], [nHidden, 1], [1]];
  const { hidden, hiddenBias, output, outputBias } = weights;
  model.setWeights([hidden, hiddenBias, output, outputBias].map((w, i) => tf.tensor(w, shapes[i])));
  model.compile({ optimizer: tf.train.adam(0.01), loss: 'binaryCrossentropy' });
  for (const { x, y } of batches) await model.trainOnBatch(tf.tensor2d(x), tf.tensor2d(y, [y.length, 1]));
  const trained = model.getWeights().map((w) => [...w.dataSync()]);
  const said = [...model.predict(tf.tensor2d(batches.at(-1).x)).dataSync()];
  console.log(JSON.stringify({ trained, said }));
`;

function trainReference(input: unknown): { trained: number[][]; said: number[] } {
  const options = {
    input: JSON.stringify(input),
    encoding: 'utf8',
    // Its advertisement goes there.
    stdio: ['pipe', 'pipe', 'ignore'],
  } satisfies ExecFileSyncOptionsWithStringEncoding;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', REFERENCE], options);
  return JSON.parse(output.trim().split('\n').at(-1)!);
}

function layersOf({ weights }: ReturnType<ReturnType<typeof trainMlp>['getState']>) {
  return [weights.hidden, weights.hiddenBias, weights.output, weights.outputBias];
}

function chunk<T>(values: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(values.length / size) }, (_, i) =>
    values.slice(i * size, (i + 1) * size),
  );
}

describe('trainMlp', () => {
  it('comes to the weights that the whole of TensorFlow.js comes to', () => {
    // Its Adam has no decay.
    const training = trainMlp({ nFeatures: N_FEATURES, decay: 0 });
    const { weights } = training.getState();
    const scaler = runningScaler(N_FEATURES);
    // Full batches, so that nothing is replayed.
    const batches = chunk(makeRows(32 * 20), 32).map((rows) => {
      training.learnMany(rows);
      scaler.learn(rows.map(({ x }) => x));
      return { x: rows.map(({ x }) => [...scaler.transform(x)]), y: rows.map(({ y }) => y) };
    });
    const { trained, said } = trainReference({ weights, batches, nHidden: N_HIDDEN });

    layersOf(training.getState()).forEach((layer, i) => {
      expect(layer).toHaveLength(trained[i]!.length);
      layer.forEach((value, j) => expect(Math.abs(value - trained[i]![j]!)).toBeLessThan(1e-4));
    });
    const mine = training.predictProbaMany(
      makeRows(32 * 20)
        .slice(-32)
        .map(({ x }) => x),
    );
    mine.forEach((value, i) => expect(Math.abs(value - said[i]!)).toBeLessThan(1e-4));
    // It has really learned something on the way.
    expect(Math.max(...mine) - Math.min(...mine)).toBeGreaterThan(0.5);
  }, 30_000);

  it('knows less by heart with its decay, and more of what comes', () => {
    const nFeatures = 60;
    const [decaying, plain] = [undefined, 0].map((decay) => {
      const training = trainMlp({ nFeatures, ...(decay !== undefined && { decay }) });
      for (const batch of chunk(makeRows(1_000, { nFeatures }), 1)) training.learnMany(batch);
      const rows = makeRows(1_000, { nFeatures, seed: 2 });
      const said = training.predictProbaMany(rows.map(({ x }) => x));
      return rows.reduce((sum, { y }, i) => sum - Math.log(y ? said[i]! : 1 - said[i]!), 0) / 1_000;
    });
    expect(decaying).toBeLessThan(0.95 * plain!);
  });

  it('says the prior before it learns', () => {
    const said = trainMlp({ nFeatures: 2, prior: 0.3 }).predictProbaMany([[5, -1]]);
    expect(said[0]).toBeCloseTo(0.3, 6);
  });

  it('is what the main thread runs forward', () => {
    const training = trainMlp({ nFeatures: N_FEATURES });
    const rows = makeRows(500);
    training.learnMany(rows);
    const forward = mlp({ nFeatures: N_FEATURES });
    expect(forward.setWeights(training.getState().weights)).toBe(true);
    const said = training.predictProbaMany(rows.map(({ x }) => x));
    rows.forEach(({ x }, i) =>
      expect(Math.abs(forward.predictProbaOne(Float64Array.from(x)) - said[i]!)).toBeLessThan(1e-6),
    );
  });

  it.each([1, 100, 10_000])('learns a stream of 2 000 in batches of %i', (size) => {
    const training = trainMlp({ nFeatures: N_FEATURES });
    for (const batch of chunk(makeRows(2_000), size)) training.learnMany(batch);
    const unseen = makeRows(1_000, { seed: 2 });
    const said = training.predictProbaMany(unseen.map(({ x }) => x));
    const right = unseen.filter(({ y }, i) => said[i]! > 0.5 === (y === 1));
    // A tenth of the labels is noise.
    expect(right.length).toBeGreaterThan(820);
  });

  it('gives the same network for the same seed and data, and another for another seed', () => {
    const [one, two, other] = [1, 1, 2].map((seed) => {
      const training = trainMlp({ nFeatures: N_FEATURES, seed });
      for (const batch of chunk(makeRows(100), 7)) training.learnMany(batch);
      return training.getState();
    });
    expect(two).toEqual(one);
    expect(other!.weights.hidden).not.toEqual(one!.weights.hidden);
  });

  it('goes on bit for bit from a saved state and its recent examples', () => {
    const rows = makeRows(120);
    const whole = trainMlp({ nFeatures: N_FEATURES });
    for (const row of rows) whole.learnMany([row]);
    const before = trainMlp({ nFeatures: N_FEATURES });
    for (const row of rows.slice(0, 70)) before.learnMany([row]);
    const saved = JSON.parse(
      JSON.stringify({ version: 1, training: before.getState(), recent: rows.slice(0, 70) }),
    );
    const after = trainMlp({ nFeatures: N_FEATURES, saved });
    for (const row of rows.slice(70)) after.learnMany([row]);
    expect(after.getState()).toEqual(whole.getState());
  });

  it('keeps no tensor over 20 000 steps', () => {
    const training = trainMlp({ nFeatures: 2 });
    const rows: Row[] = [
      { x: [1, -1], y: 1, w: 1 },
      { x: [-1, 1], y: 0, w: 1 },
    ];
    training.learnMany(rows);
    const before = memory().numTensors;
    for (let i = 0; i < 20_000; i += 1) training.learnMany([rows[i % 2]!]);
    expect(memory().numTensors).toBe(before);
    expect(training.getState().nSteps).toBe(20_001);
  }, 60_000);

  it('keeps no tensor, whatever it is asked', () => {
    const training = trainMlp({ nFeatures: N_FEATURES });
    training.learnMany(makeRows(10));
    const before = memory().numTensors;
    for (let i = 0; i < 50; i += 1) training.learnMany(makeRows(40));
    training.predictProbaMany([[0, 0, 0, 0, 0, 0]]);
    trainMlp({ nFeatures: 3 });
    expect(memory().numTensors).toBe(before);
  });

  it('learns nothing from weight 0, and more from weight 3', () => {
    const learn = (w: number) => {
      const training = trainMlp({ nFeatures: 2 });
      for (let i = 0; i < 5; i += 1)
        training.learnMany([
          { x: [1, -1], y: 1, w },
          { x: [-1, 1], y: 0, w: 1 },
        ]);
      return training.predictProbaMany([[1, -1]])[0]!;
    };
    const untouched = trainMlp({ nFeatures: 2 });
    const before = untouched.getState();
    untouched.learnMany([{ x: [1, -1], y: 1, w: 0 }]);
    expect(untouched.getState()).toEqual(before);
    expect(learn(3)).toBeGreaterThan(learn(1));
  });

  it('stays finite under extreme input', () => {
    const training = trainMlp({ nFeatures: 2 });
    const rows = [1e308, -1e308, 0, 1e-308].flatMap((value): Row[] => [
      { x: [value, 1], y: 1, w: 1e308 },
      { x: [value, -value], y: 0, w: 1 },
    ]);
    for (let i = 0; i < 30; i += 1) training.learnMany(rows);
    const { weights, moments, squares, scaler } = training.getState();
    const all = [...Object.values(weights), moments, squares, scaler].flat();
    expect(all.every(Number.isFinite)).toBe(true);
  });

  it('halves the rate instead of taking a step that overflows', () => {
    const training = trainMlp({ nFeatures: 1 });
    const state = training.getState();
    const weights = {
      ...state.weights,
      output: Array<number>(N_HIDDEN).fill(3e38),
      hidden: Array<number>(N_HIDDEN).fill(3e38),
    };
    const broken = trainMlp({
      nFeatures: 1,
      saved: { version: 1, training: { ...state, weights }, recent: [] },
    });
    broken.learnMany([{ x: [1], y: 0, w: 1 }]);
    const after = broken.getState();
    expect(after.rate).toBe(state.rate / 2);
    expect(after.nSteps).toBe(0);
    expect(Object.values(after.weights).flat().every(Number.isFinite)).toBe(true);
  });
});
