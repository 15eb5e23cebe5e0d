import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOutcomes, type OutcomeStore } from '../../src/outcomes/createOutcomes.js';
import type { Settled } from '../../src/outcomes/toSettled.js';
import { createStore } from '../../src/storage/createStore.js';
import { makeClock } from '../fixtures/makeClock.js';
import { makePending } from '../fixtures/makePending.js';
import { makeReport } from '../fixtures/makeReport.js';

const T = 1_000_000;
const MINUTE = 60_000;

/** One device: what a visit leaves in the store, the next one finds. */
function makeDevice() {
  const clock = makeClock(T);
  const report = makeReport();
  const store = createStore({ name: 'test', persistent: false, report, clock });
  const visit = (over: OutcomeStore = store) => {
    const settled: Settled[] = [];
    const onSettled = (batch: Settled[]) => void settled.push(...batch);
    const outcomes = createOutcomes({ store: over, clock, report, onSettled });
    return {
      outcomes,
      settled,
      results: () => settled.map(({ outcome: { kind, label } }) => [kind, label]),
    };
  };
  /** Lets time and timers go on together. */
  const pass = async (ms: number) => {
    const step = Math.min(ms, 1_000);
    for (let gone = 0; gone < ms; gone += step) {
      clock.advance(step);
      await vi.advanceTimersByTimeAsync(step);
    }
    // What was settled takes a transaction to get through.
    await store.decisions();
    await vi.advanceTimersByTimeAsync(0);
  };
  return { clock, report, store, visit, pass };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('createOutcomes', () => {
  it('passes on the outcome, the record and the prediction', async () => {
    const { visit, pass, store } = makeDevice();
    const { outcomes, settled } = visit();
    const pending = makePending({ at: T, decisionTime: 42, predicted: { hedge: 0.7 } });
    outcomes.add(pending);
    await pass(5_000);
    outcomes.observe({ kind: 'success' });
    await pass(0);
    expect(settled).toHaveLength(1);
    expect(settled[0]!.pending).toMatchObject(pending);
    expect(settled[0]!.outcome).toEqual({
      decisionTime: 42,
      kind: 'success',
      label: 0,
      censored: false,
    });
    expect(await store.decisions()).toEqual([settled[0]!.record]);
    expect(settled[0]!.record).toMatchObject({
      id: pending.id,
      predicted: { hedge: 0.7 },
      label: 0,
    });
    expect(await store.pending()).toEqual([]);
  });

  it('settles at the horizon by itself', async () => {
    const { visit, pass } = makeDevice();
    const { outcomes, results } = visit();
    outcomes.add(makePending({ at: T }));
    await pass(10_000);
    outcomes.observe({ kind: 'active' });
    await pass(49_000);
    expect(results()).toEqual([]);
    await pass(1_000);
    expect(results()).toEqual([['continued', 0]]);
  });

  it('uses one timer, and none when nothing is open', async () => {
    const { visit, pass, clock } = makeDevice();
    const { outcomes } = visit();
    for (let i = 0; i < 5; i += 1) {
      outcomes.add(makePending({ at: clock.wallTime() }));
      await pass(5_000);
      expect(vi.getTimerCount()).toBe(1);
    }
    await pass(MINUTE);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('settles an event for every prediction that it concerns', async () => {
    const { visit, pass, clock } = makeDevice();
    const { outcomes, results } = visit();
    outcomes.add(makePending({ at: clock.wallTime(), task: 'buy' }));
    await pass(10_000);
    outcomes.add(makePending({ at: clock.wallTime() }));
    outcomes.add(makePending({ at: clock.wallTime(), task: 'search' }));
    await pass(1_000);
    outcomes.observe({ kind: 'contacted', task: 'buy' });
    await pass(0);
    expect(results()).toEqual([
      ['contacted', 1],
      ['contacted', 1],
    ]);
  });

  it('marks predictions of the same moment as prompted', async () => {
    const { visit, pass } = makeDevice();
    const { outcomes, settled } = visit();
    outcomes.add(makePending({ at: T, shown: true }));
    outcomes.observe({ kind: 'prompted' });
    await pass(1_000);
    outcomes.observe({ kind: 'success' });
    await pass(0);
    expect(settled[0]!.outcome).toMatchObject({ kind: 'success', censored: true });
    expect(settled[0]!.outcome.label).toBeUndefined();
  });

  it('learns in the next visit that the last one was given up', async () => {
    const { visit, pass, store } = makeDevice();
    const first = visit();
    first.outcomes.add(makePending({ at: T }));
    await pass(10_000);
    first.outcomes.observe({ kind: 'left' });
    await first.outcomes.flush();
    expect((await store.pending())[0]).toMatchObject({ leftAt: T + 10_000 });

    // The page is gone; it can do nothing more.
    await vi.advanceTimersByTimeAsync(0);
    const second = visit();
    vi.clearAllTimers();
    await pass(20 * MINUTE);
    await second.outcomes.restore();
    expect(second.results()).toEqual([]);
    await pass(10 * MINUTE);
    expect(second.results()).toEqual([['abandoned', 1]]);
    expect(first.results()).toEqual([]);
  });

  it('takes a page that died for one left when it was last active', async () => {
    const { visit, pass, store, clock } = makeDevice();
    await store.putPending([makePending({ at: T, activeAt: T + 5_000 })]);
    clock.advance(30 * MINUTE + 4_999);
    const { outcomes, results } = visit();
    await outcomes.restore();
    await pass(0);
    expect(results()).toEqual([]);
    await pass(1);
    expect(results()).toEqual([['abandoned', 1]]);
  });

  it('goes on with a task that is taken up again in time', async () => {
    const { visit, pass, store, clock } = makeDevice();
    await store.putPending([
      makePending({ at: T, leftAt: T + 5_000, task: 'buy' }),
      makePending({ at: T, leftAt: T + 5_000, task: 'search' }),
    ]);
    clock.advance(10 * MINUTE);
    const { outcomes, results } = visit();
    await outcomes.restore();
    outcomes.observe({ kind: 'resumed', task: 'buy' });
    await pass(1_000);
    outcomes.observe({ kind: 'active', task: 'buy' });
    await pass(0);
    expect(results()).toEqual([['continued', 0]]);
    await pass(20 * MINUTE + 4_000);
    expect(results()).toEqual([
      ['continued', 0],
      ['abandoned', 1],
    ]);
  });

  it('hears what happens while the queue is being read', async () => {
    const { visit, pass, store, clock } = makeDevice();
    await store.putPending([makePending({ at: T, leftAt: T + 5_000 })]);
    clock.advance(10 * MINUTE);
    const { outcomes, results } = visit();
    const restored = outcomes.restore();
    outcomes.observe({ kind: 'resumed' });
    await restored;
    await pass(1_000);
    outcomes.observe({ kind: 'active' });
    await pass(0);
    expect(results()).toEqual([['continued', 0]]);
  });

  it('lets only one of two tabs learn from a prediction', async () => {
    const { visit, pass, store, clock } = makeDevice();
    await store.putPending([makePending({ at: T, leftAt: T })]);
    clock.advance(31 * MINUTE);
    const tabs = [visit(), visit()];
    await Promise.all(tabs.map(({ outcomes }) => outcomes.restore()));
    await pass(0);
    expect(tabs.flatMap(({ results }) => results())).toEqual([['abandoned', 1]]);
  });

  it('settles nothing wrongly when the clock is set back a year, or ahead ten', async () => {
    for (const years of [-1, 10]) {
      const { visit, pass, store, clock } = makeDevice();
      clock.setWallTime(2_000_000_000_000);
      await store.putPending([makePending({ at: clock.wallTime(), leftAt: clock.wallTime() })]);
      clock.setWallTime(clock.wallTime() + years * 365 * 24 * 60 * MINUTE);
      const { outcomes, settled } = visit();
      await outcomes.restore();
      await pass(0);
      expect(settled.map(({ outcome }) => outcome.censored)).toEqual([true]);
    }
  });

  it('issues what changed before flush returns, and nothing twice', async () => {
    const putPending = vi.fn(async () => {});
    const { visit } = makeDevice();
    const { outcomes } = visit({ putPending, pending: async () => [], settle: async () => [] });
    outcomes.add(makePending({ id: 'a', at: T }));
    expect(putPending).toHaveBeenLastCalledWith([expect.objectContaining({ id: 'a' })]);
    outcomes.observe({ kind: 'left' });
    void outcomes.flush();
    expect(putPending).toHaveBeenCalledTimes(2);
    expect(putPending).toHaveBeenLastCalledWith([expect.objectContaining({ id: 'a', leftAt: T })]);
    void outcomes.flush();
    expect(putPending).toHaveBeenCalledTimes(2);
    outcomes.stop();
  });

  it('censors what this page has open when it is stopped, and leaves no timer', async () => {
    const { visit, pass, store } = makeDevice();
    const earlier = makePending({ at: T - 60_000, leftAt: T - 30_000 });
    await store.putPending([earlier]);
    const { outcomes, settled } = visit();
    await outcomes.restore();
    outcomes.add(makePending({ at: T }));
    outcomes.observe({ kind: 'left' });
    outcomes.stop();
    outcomes.stop();
    expect(vi.getTimerCount()).toBe(0);
    outcomes.add(makePending({ at: T }));
    outcomes.observe({ kind: 'success' });
    await pass(0);
    expect(settled.map(({ outcome: { kind, censored } }) => [kind, censored])).toEqual([
      ['continued', true],
    ]);
    expect(await store.pending()).toEqual([earlier]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('forgets what is open, also what is being read', async () => {
    const { visit, pass, store, clock } = makeDevice();
    await store.putPending([makePending({ at: T, leftAt: T })]);
    clock.advance(31 * MINUTE);
    const { outcomes, settled } = visit();
    outcomes.add(makePending({ at: clock.wallTime() }));
    const restored = outcomes.restore();
    outcomes.forget();
    await restored;
    expect(vi.getTimerCount()).toBe(0);
    outcomes.observe({ kind: 'contacted' });
    await pass(0);
    expect(settled).toEqual([]);
  });

  it('reports a listener that throws, and goes on', async () => {
    const { store, clock, report, pass } = makeDevice();
    const outcomes = createOutcomes({
      store,
      clock,
      report,
      onSettled: () => {
        throw new Error('boom');
      },
    });
    outcomes.add(makePending({ at: T }));
    await pass(1_000);
    outcomes.observe({ kind: 'success' });
    await pass(0);
    expect(report.codes()).toEqual(['internal']);
  });
});
