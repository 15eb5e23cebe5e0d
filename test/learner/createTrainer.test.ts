import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BeforehandError } from '../../src/errors.js';
import { createTrainer } from '../../src/learner/createTrainer.js';
import { isSaved } from '../../src/learner/protocol.js';
import { trainMlp } from '../../src/learner/trainMlp.js';
import type { MlpWeights } from '../../src/models/mlp.js';
import { fakeWindow, type Behaviour } from '../fixtures/fakeWindow.js';
import { makeRows } from '../fixtures/makeRows.js';
import { makeStream } from '../fixtures/makeStream.js';

const N_FEATURES = 6;

interface Setting {
  behaviours?: [Behaviour, ...Behaviour[]];
  state?: unknown;
}

function create({ behaviours = ['well'], state }: Setting = {}) {
  const { window, workers } = fakeWindow(...behaviours);
  const errors: BeforehandError[] = [];
  const weights: MlpWeights[] = [];
  const trainer = createTrainer({
    url: '/beforehand.learner.js',
    nFeatures: N_FEATURES,
    report: (error) => errors.push(error),
    onWeights: (each) => weights.push(each),
    window,
    state,
  });
  return { trainer, workers, errors, weights, window, codes: () => errors.map(({ code }) => code) };
}

describe('createTrainer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('gives the weights that the same batches come to without a worker', async () => {
    const { trainer, weights, codes } = create();
    const reference = trainMlp({ nFeatures: N_FEATURES });
    for (const begin of [0, 10, 11]) trainer.learn(makeStream(30).slice(begin, begin + 10));
    await vi.advanceTimersByTimeAsync(100);
    for (const begin of [0, 10, 11]) reference.learnMany(makeRows(30).slice(begin, begin + 10));
    expect(weights).toHaveLength(3);
    expect(weights.at(-1)).toEqual(reference.getState().weights);
    expect(codes()).toEqual([]);
  });

  it('goes on from the state of an earlier visit', async () => {
    const first = create();
    first.trainer.learn(makeStream(40));
    await vi.advanceTimersByTimeAsync(100);
    const state = JSON.parse(JSON.stringify(first.trainer.getState()));
    const second = create({ state });
    for (const { trainer } of [first, second]) trainer.learn(makeStream(5, { seed: 2 }));
    await vi.advanceTimersByTimeAsync(100);
    expect(second.weights.at(-1)).toEqual(first.weights.at(-1));
  });

  it.each([
    null,
    7,
    {},
    { version: 2, recent: [] },
    { version: 1, recent: [{ x: [NaN], y: 1, w: 1 }] },
  ])('starts without a state that it cannot read: %j', async (state) => {
    const { trainer, weights, codes } = create({ state });
    trainer.learn(makeStream(1));
    await vi.advanceTimersByTimeAsync(100);
    expect(weights).toHaveLength(1);
    expect(codes()).toEqual([]);
  });

  it('keeps the last 256 examples, those included that the worker has not learned yet', () => {
    const { trainer } = create({ behaviours: ['silent'] });
    trainer.learn(makeStream(200));
    trainer.learn(makeStream(100, { seed: 2 }));
    const { recent } = trainer.getState();
    expect(recent).toHaveLength(256);
    expect(recent.at(-1)).toEqual(makeRows(100, { seed: 2 }).at(-1));
    expect(isSaved(trainer.getState(), N_FEATURES)).toBe(true);
  });

  it.each<[string, Behaviour]>([
    ['is refused at once', 'refused'],
    ['is blocked or missing', 'missing'],
    ['never answers', 'silent'],
  ])('says once that the worker %s, and goes quiet', async (_, behaviour) => {
    const { trainer, workers, weights, codes } = create({ behaviours: [behaviour] });
    trainer.learn(makeStream(3));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(codes()).toEqual(['worker-blocked']);
    trainer.learn(makeStream(3));
    trainer.stop();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(codes()).toEqual(['worker-blocked']);
    expect(weights).toEqual([]);
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keeps the error of a worker from the page', async () => {
    const { workers } = create({ behaviours: ['missing'] });
    await vi.advanceTimersByTimeAsync(1);
    expect(workers[0]!.prevented).toBe(1);
  });

  it('restarts a worker that died, from the last weights', async () => {
    const { trainer, workers, weights, codes } = create({ behaviours: ['dies', 'well'] });
    trainer.learn(makeStream(5));
    await vi.advanceTimersByTimeAsync(15_000);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true]);
    trainer.learn(makeStream(5, { seed: 2 }));
    await vi.advanceTimersByTimeAsync(1_100);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
    // What it died of is not tried again.
    expect(weights).toHaveLength(1);
    expect(codes()).toEqual([]);
  });

  it('takes what was learned along when it restarts', async () => {
    const { trainer, workers, weights } = create();
    trainer.learn(makeStream(40));
    await vi.advanceTimersByTimeAsync(100);
    const [worker] = workers;
    worker!.fail();
    await vi.advanceTimersByTimeAsync(1_100);
    trainer.learn(makeStream(1, { seed: 2 }));
    await vi.advanceTimersByTimeAsync(100);
    const reference = trainMlp({ nFeatures: N_FEATURES });
    reference.learnMany(makeRows(40));
    reference.learnMany(makeRows(1, { seed: 2 }));
    expect(workers).toHaveLength(2);
    expect(weights.at(-1)).toEqual(reference.getState().weights);
  });

  it('gives up after three restarts, and says so once', async () => {
    const { trainer, workers, codes } = create({ behaviours: ['dies'] });
    for (let i = 0; i < 10; i += 1) trainer.learn(makeStream(1));
    await vi.advanceTimersByTimeAsync(300_000);
    expect(workers).toHaveLength(4);
    expect(codes()).toEqual(['worker-lost']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ignores nonsense from the worker, and says so once', async () => {
    const { trainer, workers, weights, codes } = create();
    await vi.advanceTimersByTimeAsync(1);
    for (const data of [
      null,
      3,
      'learned',
      { type: 'boom' },
      { type: 'learned', id: 0, training: {} },
    ]) {
      workers[0]!.answer(data);
    }
    await vi.advanceTimersByTimeAsync(1);
    expect(codes()).toEqual(['internal']);
    trainer.learn(makeStream(1));
    await vi.advanceTimersByTimeAsync(1);
    expect(weights).toHaveLength(1);
  });

  it('takes no weights that are not finite', async () => {
    const { trainer, weights, codes } = create({ behaviours: ['garbage'] });
    trainer.learn(makeStream(1));
    await vi.advanceTimersByTimeAsync(300_000);
    expect(weights).toEqual([]);
    expect(codes()).toContain('internal');
    expect(isSaved(trainer.getState(), N_FEATURES)).toBe(true);
  });

  it('takes no answer to a question that it did not ask', async () => {
    const { trainer, workers, weights } = create();
    const training = trainMlp({ nFeatures: N_FEATURES }).getState();
    await vi.advanceTimersByTimeAsync(1);
    workers[0]!.answer({ type: 'learned', id: 17, training });
    workers[0]!.answer({ type: 'learned', id: 0, training });
    await vi.advanceTimersByTimeAsync(1);
    expect(weights).toEqual([]);
    expect(trainer.getState().training).toBeUndefined();
  });

  it('survives an example that the worker refuses', async () => {
    const { trainer, weights, codes } = create();
    trainer.learn([{ x: Float64Array.of(1), y: 1 }]);
    trainer.learn(makeStream(1));
    await vi.advanceTimersByTimeAsync(100);
    expect(codes()).toEqual(['internal']);
    expect(weights).toHaveLength(1);
    expect(isSaved(trainer.getState(), N_FEATURES)).toBe(true);
  });

  it('queues no more than 500 batches', async () => {
    const { trainer, weights } = create();
    for (let i = 0; i < 700; i += 1) trainer.learn(makeStream(1));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(weights).toHaveLength(500);
  });

  it('unlearns everything when told to forget', async () => {
    const { trainer, workers, weights } = create();
    trainer.learn(makeStream(40));
    await vi.advanceTimersByTimeAsync(100);
    trainer.learn(makeStream(40));
    trainer.forget();
    expect(trainer.getState()).toEqual({ version: 1, recent: [] });
    expect(workers[0]!.terminated).toBe(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(weights).toHaveLength(1);
    trainer.learn(makeStream(1));
    await vi.advanceTimersByTimeAsync(100);
    const reference = trainMlp({ nFeatures: N_FEATURES });
    reference.learnMany(makeRows(1));
    expect(weights.at(-1)).toEqual(reference.getState().weights);
  });

  it('forgets to what it is told to begin from', async () => {
    const [known, { trainer, weights }] = [create(), create()];
    for (const each of [known.trainer, trainer]) each.learn(makeStream(40));
    await vi.advanceTimersByTimeAsync(100);
    const state = known.trainer.getState();
    trainer.learn(makeStream(40, { seed: 5 }));
    await vi.advanceTimersByTimeAsync(100);
    trainer.forget(state);
    expect(trainer.getState()).toEqual(state);
    for (const each of [known.trainer, trainer]) each.learn(makeStream(3, { seed: 2 }));
    await vi.advanceTimersByTimeAsync(100);
    expect(weights.at(-1)).toEqual(known.weights.at(-1));
  });

  it('may be stopped twice, and is still then', async () => {
    const { trainer, workers, weights, codes } = create();
    trainer.learn(makeStream(3));
    trainer.stop();
    trainer.stop();
    trainer.learn(makeStream(3));
    trainer.forget();
    await vi.advanceTimersByTimeAsync(100_000);
    expect(workers[0]!.terminated).toBe(true);
    expect(weights).toEqual([]);
    expect(codes()).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('goes on when the receiver of weights throws, and reports it', async () => {
    const { window } = fakeWindow('well');
    const codes: string[] = [];
    let n = 0;
    const trainer = createTrainer({
      url: '/x.js',
      nFeatures: N_FEATURES,
      report: ({ code }) => codes.push(code),
      onWeights: () => {
        n += 1;
        throw new Error('no');
      },
      window,
    });
    trainer.learn(makeStream(1));
    trainer.learn(makeStream(1));
    await vi.advanceTimersByTimeAsync(100);
    expect(n).toBe(2);
    expect(codes).toEqual(['internal', 'internal']);
  });
});
