import { describe, expect, it, vi } from 'vitest';
import { createLearning } from '../../src/brain/createLearning.js';
import { trainPrior } from '../../src/evaluation/index.js';
import { featureNames, N_SLOTS } from '../../src/features/index.js';
import { trainMlp } from '../../src/learner/trainMlp.js';
import { riskModel } from '../../src/models/index.js';
import { packState, unpackState, type PackedState } from '../../src/models/packState.js';
import type { Settled } from '../../src/outcomes/index.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import type { Label, ModelState } from '../../src/types.js';
import { fakeWindow } from '../fixtures/fakeWindow.js';
import { makePending } from '../fixtures/makePending.js';

/** What is left in the store. */
function shelf() {
  const kept: { state?: unknown } = {};
  return {
    kept,
    loadModel: () =>
      Promise.resolve('state' in kept ? { generation: 1, state: kept.state } : undefined),
    saveModel: (state: unknown) => {
      kept.state = JSON.parse(JSON.stringify(state));
      return Promise.resolve(1);
    },
  };
}

function create(
  store: ReturnType<typeof shelf>,
  { prior, window = globalThis.window }: { prior?: ModelState; window?: Window } = {},
) {
  const companion = { getState: () => undefined, setState: () => true };
  return createLearning({
    window: window as never,
    learning: { enabled: true, batchSize: 1, workerUrl: '/learner.js', prior } as never,
    store,
    report: () => {},
    features: companion,
    intent: companion,
    looks: companion,
  });
}

/** Everything that can be told from everything else: nothing of it is 0, or said twice. */
function anything(n: number): Settled[] {
  const random = seededRandom(4);
  return Array.from({ length: n }, (_, i) => ({
    pending: makePending({
      x: featureNames.map(() => 2 * random() - 1),
      slots: Array.from({ length: 130 }, () => Math.floor(random() * N_SLOTS)),
      task: `task ${i}`,
    }),
    outcome: { label: (random() < 0.3 ? 1 : 0) as Label },
  })) as unknown as Settled[];
}

/** A model whose network somebody else has trained. */
function trainedPrior(): ModelState {
  const model = riskModel({ featureNames });
  const training = trainMlp({ nFeatures: featureNames.length, seed: 77 });
  const rows = anything(64).map(({ pending: { x }, outcome }) => ({ x, y: outcome.label!, w: 1 }));
  training.learnMany(rows);
  model.mlp.setWeights(training.getWeights());
  return model.getState();
}

/** Of a site where so many of so many sessions ended badly. */
function priorOf(n: number, bad: number): ModelState {
  const prior = trainPrior([]);
  return { ...prior, weights: { ...prior.weights, base: [n, bad] } };
}

describe('createLearning', () => {
  it.each([
    ['half of all', priorOf(200, 100), Math.log(0.92 / 0.08)],
    ['as many as is usual', priorOf(200, 16), 0],
    ['fewer', priorOf(200, 2), 0],
    ['nobody knows how many', undefined, 0],
  ])('knows how a site goes where end badly: %s', (_, prior, worse) => {
    expect(create(shelf(), { ...(prior && { prior }) }).worse).toBeCloseTo(worse, 9);
  });

  it('goes on after an update that has replaced a feature', async () => {
    const store = shelf();
    const learning = create(store);
    learning.learn(anything(200));
    await learning.save();
    const { model } = store.kept.state as { model: PackedState };
    const { features, ...weights } = unpackState(model).weights;
    const before = {
      ...unpackState(model),
      weights: { ...weights, features: features!.with(7, 1) },
    };
    store.kept.state = { ...(store.kept.state as object), model: packState(before) };
    const later = create(store);
    await later.load();
    const thetaOf = ({ model: { getState } }: typeof later) =>
      getState().parts!.find(({ model: name }) => name === 'sequence')!.weights.theta!;
    expect(thetaOf(later)).toEqual(thetaOf(learning).with(7, 0));
    expect(thetaOf(learning)[7]).not.toBe(0);
    expect(later.pastOf('task 3').past).toEqual(learning.pastOf('task 3').past);
  });

  it('does not take what becomes of one visitor for how the site goes', async () => {
    const store = shelf();
    const learning = create(store);
    const bad = anything(30).map((each) => ({ ...each, outcome: { label: 1 as Label } }));
    learning.learn(bad as unknown as Settled[]);
    await learning.save();
    const later = create(store);
    await later.load();
    expect(later.pastOf(undefined).past.basePast).toBeGreaterThan(2);
    expect(later.worse).toBe(0);
  });

  it('keeps at most 64 kB, whatever it has learned', async () => {
    const store = shelf();
    const learning = create(store);
    const random = seededRandom(9);
    const layer = (size: number) => Array.from({ length: size }, () => 2 * random() - 1);
    const network = learning.model.mlp.getWeights();
    learning.model.mlp.setWeights(
      Object.fromEntries(
        Object.entries(network).map(([name, values]) => [name, layer(values.length)]),
      ) as unknown as typeof network,
    );
    learning.learn(anything(1_500));
    await learning.save();
    expect(JSON.stringify(store.kept.state).length).toBeLessThan(64_000);
  });

  it('goes on from what it keeps', async () => {
    const store = shelf();
    const learning = create(store);
    const [last, ...rest] = anything(60);
    learning.learn(rest);
    await learning.save();
    const next = create(store);
    await next.load();
    expect(next.model.getState()).toEqual(learning.model.getState());
    for (const { learn } of [learning, next]) learn([last!]);
    expect(next.model.getState()).toEqual(learning.model.getState());
    expect(next.pastOf('task 9').past).toEqual(learning.pastOf('task 9').past);
  });

  it('goes on from the network of a prior, also after everything was erased', async () => {
    vi.useFakeTimers();
    const learning = create(shelf(), { prior: trainedPrior(), window: fakeWindow('well').window });
    const { hidden } = learning.model.mlp.getWeights();
    const movedBy = () => {
      const now = learning.model.mlp.getWeights().hidden;
      return Math.max(...now.map((value, i) => Math.abs(value - hidden[i]!)));
    };
    learning.startWorker();
    const [first, second] = anything(2);
    learning.learn([first!]);
    await vi.advanceTimersByTimeAsync(100);
    // One step of the network, not another network.
    expect(movedBy()).toBeGreaterThan(0);
    expect(movedBy()).toBeLessThan(0.02);
    learning.forget();
    expect(movedBy()).toBe(0);
    learning.learn([second!]);
    await vi.advanceTimersByTimeAsync(100);
    expect(movedBy()).toBeGreaterThan(0);
    expect(movedBy()).toBeLessThan(0.02);
    learning.stop();
    vi.useRealTimers();
  });
});
