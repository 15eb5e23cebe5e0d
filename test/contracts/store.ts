import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/storage/Store.js';
import type { DecisionRecord, Visitor } from '../../src/types.js';
import { makeClock, type HandClock } from '../fixtures/makeClock.js';
import { makeDecisionRecord } from '../fixtures/makeDecisionRecord.js';
import { makePending } from '../fixtures/makePending.js';
import { makeVisitor } from '../fixtures/makeVisitor.js';

const NOW = 2_000_000_000_000;
const DAY = 24 * 3_600_000;

/**
 * What every store must do, wherever it keeps things. Call it from the store's own test.
 *
 * @param create - makes an empty store
 */
export function itIsAStore(create: (clock: HandClock) => Store): void {
  const make = () => create(makeClock(NOW));
  const record = (id: string, given: Partial<DecisionRecord> = {}) =>
    makeDecisionRecord({ id, at: NOW, ...given });
  const spend = (visitor: Visitor | undefined) =>
    visitor && visitor.session.shown > 0
      ? undefined
      : makeVisitor({ session: { ...makeVisitor().session, shown: 1 } });

  describe('as a store of the model', () => {
    it('has none at first', async () => {
      expect(await make().loadModel()).toBeUndefined();
    });

    it('loads what was saved last', async () => {
      const store = make();
      expect(await store.saveModel({ w: [1] }, 0)).toBe(1);
      expect(await store.saveModel({ w: [2] }, 1)).toBe(2);
      expect(await store.saveModel({ w: [3] }, 2)).toBe(3);
      expect(await store.loadModel()).toEqual({ generation: 3, state: { w: [3] } });
    });

    it('refuses to save over what another tab has saved', async () => {
      const store = make();
      await store.saveModel({ w: [1] }, 0);
      expect(await store.saveModel({ w: [9] }, 0)).toBeUndefined();
      expect(await store.loadModel()).toEqual({ generation: 1, state: { w: [1] } });
    });

    it('lets one of several savers win', async () => {
      const store = make();
      const won = await Promise.all([1, 2, 3, 4].map((w) => store.saveModel({ w }, 0)));
      expect(won.filter((generation) => generation === 1)).toHaveLength(1);
      expect(won.filter((generation) => generation === undefined)).toHaveLength(3);
    });

    it('refuses a model that is not finite, and keeps the one before', async () => {
      const store = make();
      await store.saveModel({ w: [1] }, 0);
      expect(await store.saveModel({ w: [NaN] }, 1)).toBeUndefined();
      expect(await store.loadModel()).toEqual({ generation: 1, state: { w: [1] } });
    });
  });

  describe('as a queue of predictions', () => {
    it('gives them oldest first', async () => {
      const store = make();
      const [a, b, c] = [3, 1, 2].map((at) => makePending({ at }));
      await store.putPending([a!, b!, c!]);
      expect(await store.pending()).toEqual([b, c, a]);
    });

    it('replaces one of the same id', async () => {
      const store = make();
      const pending = makePending();
      await store.putPending([pending]);
      await store.putPending([{ ...pending, leftAt: 5 }]);
      expect(await store.pending()).toEqual([{ ...pending, leftAt: 5 }]);
    });

    it('keeps properties it does not know', async () => {
      const store = make();
      const pending = { ...makePending(), decided: { kind: 'success', at: 3 } };
      await store.putPending([pending]);
      expect(await store.pending()).toEqual([pending]);
    });

    it('skips what is not a prediction, or not finite', async () => {
      const store = make();
      const good = makePending();
      const bad = { ...makePending(), x: undefined } as unknown as typeof good;
      await store.putPending([makePending({ x: [NaN] }), bad, good]);
      expect(await store.pending()).toEqual([good]);
    });

    it('moves a settled one to the log', async () => {
      const store = make();
      const [a, b] = [makePending({ at: 1 }), makePending({ at: 2 })];
      await store.putPending([a, b]);
      expect(await store.settle([record(a.id)])).toEqual([a.id]);
      expect(await store.pending()).toEqual([b]);
      expect(await store.decisions()).toEqual([record(a.id)]);
    });

    it('settles each once, whoever asks and how often', async () => {
      const store = make();
      const pending = makePending();
      await store.putPending([pending]);
      const settled = await Promise.all([1, 2, 3].map(() => store.settle([record(pending.id)])));
      expect(settled.flat()).toEqual([pending.id]);
      expect(await store.decisions()).toHaveLength(1);
    });

    it('does not settle again what a slow tab has put back', async () => {
      const store = make();
      const pending = makePending();
      await store.putPending([pending]);
      await store.settle([record(pending.id)]);
      await store.putPending([pending]);
      expect(await store.settle([record(pending.id)])).toEqual([]);
      expect(await store.pending()).toEqual([]);
    });

    it('settles nothing that was never there', async () => {
      const store = make();
      expect(await store.settle([record('unknown')])).toEqual([]);
      expect(await store.decisions()).toEqual([]);
    });

    it('agrees with a plain map on any sequence of puts and settles', async () => {
      const step = fc.record({
        put: fc.boolean(),
        id: fc.constantFrom('a', 'b', 'c'),
        at: fc.nat(9),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          const store = make();
          await store.erase();
          const queue = new Map<string, number>();
          const settled = new Set<string>();
          for (const { put, id, at } of steps) {
            if (put) {
              await store.putPending([makePending({ id, at })]);
              queue.set(id, at);
              continue;
            }
            const isFirst = queue.has(id) && !settled.has(id);
            expect(await store.settle([record(id)])).toEqual(isFirst ? [id] : []);
            if (isFirst) settled.add(id);
            queue.delete(id);
          }
          const left = (await store.pending()).map(({ id, at }) => [id, at]);
          expect(new Map(left as [string, number][])).toEqual(queue);
          expect(new Set((await store.decisions()).map(({ id }) => id))).toEqual(settled);
          store.close();
        }),
        { numRuns: 25 },
      );
    });
  });

  describe('as a log of decisions', () => {
    const log = async (store: Store, records: readonly DecisionRecord[]) => {
      await store.putPending(records.map(({ id, at }) => makePending({ id, at })));
      return store.settle(records);
    };

    it('gives them oldest first', async () => {
      const store = make();
      await log(store, [record('b', { at: NOW - 1 }), record('a'), record('c', { at: NOW - 2 })]);
      expect((await store.decisions()).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
    });

    it('forgets those of more than 30 days', async () => {
      const clock = makeClock(NOW);
      const store = create(clock);
      await log(store, [record('old')]);
      clock.setWallTime(NOW + 30 * DAY - 1);
      expect(await store.decisions()).toHaveLength(1);
      clock.setWallTime(NOW + 30 * DAY);
      await log(store, [record('new', { at: NOW + 30 * DAY })]);
      clock.setWallTime(NOW + 1);
      expect((await store.decisions()).map(({ id }) => id)).toEqual(['new']);
    });

    it('loses only a few when the clock jumps ahead', async () => {
      const clock = makeClock(NOW);
      const store = create(clock);
      await log(
        store,
        Array.from({ length: 200 }, (_, i) => record(`r${i}`, { at: NOW + i })),
      );
      clock.setWallTime(NOW + 3650 * DAY);
      await log(store, [record('late', { at: NOW + 3650 * DAY })]);
      clock.setWallTime(NOW);
      expect((await store.decisions()).length).toBeGreaterThanOrEqual(180);
    });

    it('keeps the newest 5 000', async () => {
      const store = make();
      const records = Array.from({ length: 5_003 }, (_, i) =>
        record(`r${i}`, { at: NOW - 9_000 + i }),
      );
      await log(store, records);
      const kept = await store.decisions();
      expect(kept).toHaveLength(5_000);
      expect(kept[0]!.id).toBe('r3');
      expect(kept.at(-1)!.id).toBe('r5002');
    });
  });

  describe('as a store of the visitor', () => {
    it('knows nobody at first', async () => {
      const store = make();
      expect(await store.visitor()).toBeUndefined();
      const seen: unknown[] = [];
      await store.updateVisitor((visitor) => void seen.push(visitor));
      expect(seen).toEqual([undefined]);
    });

    it('keeps what the change returns', async () => {
      const store = make();
      const never = await store.updateVisitor(() => makeVisitor({ never: true }));
      expect(never).toEqual(makeVisitor({ never: true }));
      expect(await store.visitor()).toEqual(never);
    });

    it('leaves the record alone when the change returns nothing', async () => {
      const store = make();
      await store.updateVisitor(() => makeVisitor());
      expect(await store.updateVisitor(() => undefined)).toBeUndefined();
      expect(await store.visitor()).toEqual(makeVisitor());
    });

    it('lets one of many take the last of a budget', async () => {
      const store = make();
      const takers = await Promise.all(
        Array.from({ length: 10 }, () => store.updateVisitor(spend)),
      );
      expect(takers.filter((taken) => taken !== undefined)).toHaveLength(1);
    });

    it('survives a change that throws, and one that returns nonsense', async () => {
      const store = make();
      await store.updateVisitor(() => makeVisitor());
      const boom = () => {
        throw new Error('boom');
      };
      expect(await store.updateVisitor(boom)).toBeUndefined();
      expect(await store.updateVisitor(() => makeVisitor({ quietUntil: NaN }))).toBeUndefined();
      expect(await store.visitor()).toEqual(makeVisitor());
    });
  });

  describe('as a store that forgets', () => {
    const fill = async (store: Store) => {
      const pending = makePending();
      await store.saveModel({ w: [1] }, 0);
      await store.putPending([pending, makePending()]);
      await store.settle([record(pending.id)]);
      await store.updateVisitor(() => makeVisitor());
    };
    const NOTHING = { models: [], pending: [], decisions: [], visitor: undefined };

    it('exports all that is kept, as JSON can hold it', async () => {
      const store = make();
      expect(await store.exportAll()).toEqual(NOTHING);
      await fill(store);
      const exported = await store.exportAll();
      expect(exported).toMatchObject({ models: [{ generation: 1 }], visitor: makeVisitor() });
      expect(exported['pending']).toHaveLength(1);
      expect(exported['decisions']).toHaveLength(1);
      expect(JSON.parse(JSON.stringify(exported))).toEqual(exported);
    });

    it('is empty after erasing, twice too, and usable', async () => {
      const store = make();
      await fill(store);
      await Promise.all([store.erase(), store.erase()]);
      expect(await store.exportAll()).toEqual(NOTHING);
      await fill(store);
      expect(await store.pending()).toHaveLength(1);
    });

    it('brings nothing back that was under way when it was erased', async () => {
      const store = make();
      const underWay = fill(store);
      await store.erase();
      await underWay;
      await store.erase();
      const writes = [store.putPending([makePending()]), store.saveModel({ w: [1] }, 0)];
      await store.erase();
      await Promise.all(writes);
      expect(await store.exportAll()).toEqual(NOTHING);
    });

    it('takes calls after it was closed, and may be closed twice', async () => {
      const store = make();
      await fill(store);
      store.close();
      store.close();
      expect(store.persistent).toBe(false);
      await store.updateVisitor(() => makeVisitor({ never: true }));
      expect((await store.visitor())?.never).toBe(true);
      expect(await store.loadModel()).toEqual({ generation: 1, state: { w: [1] } });
    });
  });
}
