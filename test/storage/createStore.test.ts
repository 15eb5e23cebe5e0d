import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../src/storage/createStore.js';
import type { Store } from '../../src/storage/Store.js';
import type { Pending } from '../../src/types.js';
import { itIsAStore } from '../contracts/store.js';
import {
  crashAfterPut,
  deadConnections,
  deadForEver,
  failingMigration,
  failingOpen,
  hungOpen,
  noIndexedDb,
  pollute,
  quotaAfter,
  refusedIndexedDb,
  withIndexedDb,
} from '../fixtures/faults.js';
import { makeClock } from '../fixtures/makeClock.js';
import { makeDecisionRecord } from '../fixtures/makeDecisionRecord.js';
import { makePending } from '../fixtures/makePending.js';
import { makeReport } from '../fixtures/makeReport.js';
import { makeVisitor } from '../fixtures/makeVisitor.js';

const NAME = 'beforehand';
const made: Store[] = [];

function make({ persistent = true, onErased = () => {}, clock = makeClock() } = {}) {
  const report = makeReport();
  const store = createStore({ name: NAME, persistent, report, clock, onErased });
  made.push(store);
  return { store, report };
}

afterEach(() => made.splice(0).forEach((store) => store.close()));
withIndexedDb();

const databases = async () => (await indexedDB.databases()).map(({ name }) => name);

/** Writes past the store, as an older version, a bug or a curious person would. */
async function writeRaw(table: string, ...rows: unknown[]) {
  const { store } = make();
  await store.pending();
  const db = await openDB(NAME);
  for (const row of rows) await db.put(table, row);
  db.close();
  store.close();
}

describe('createStore, in memory', () => {
  itIsAStore((clock) => make({ persistent: false, clock }).store);

  it('never touches IndexedDB', async () => {
    refusedIndexedDb();
    const { store, report } = make({ persistent: false });
    await store.putPending([makePending()]);
    await store.erase();
    expect(store.persistent).toBe(false);
    expect(report.codes()).toEqual([]);
  });
});

describe('createStore, in IndexedDB', () => {
  itIsAStore((clock) => {
    // A test may make several; each is to be empty.
    made.splice(0).forEach((store) => store.close());
    return make({ clock }).store;
  });

  it('opens nothing before it is used', async () => {
    make();
    expect(await databases()).toEqual([]);
  });

  it('finds everything again in another page', async () => {
    const { store } = make();
    const [a, b] = [makePending(), makePending()];
    await store.saveModel({ w: [1, 2] }, 0);
    await store.putPending([a, b]);
    await store.settle([makeDecisionRecord({ id: a.id })]);
    await store.updateVisitor(() => makeVisitor({ never: true }));
    const before = await store.exportAll();
    store.close();
    const later = make().store;
    expect(later.persistent).toBe(true);
    expect(await later.exportAll()).toEqual(before);
  });

  it('issues a write before it returns, once it is open', async () => {
    const { store } = make();
    await store.pending();
    const pending = makePending();
    void store.putPending([pending]);
    store.close();
    expect(await make().store.pending()).toEqual([pending]);
  });

  it('shares one budget and one model between two tabs', async () => {
    const tabs = [make().store, make().store];
    const claims = await Promise.all(
      tabs.map((tab) => tab.updateVisitor((known) => (known ? undefined : makeVisitor()))),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    const saves = await Promise.all(tabs.map((tab) => tab.saveModel({ w: 1 }, 0)));
    expect(saves.filter(Boolean)).toEqual([1]);
  });

  it('leaves a database of the page that has its name alone', async () => {
    const host = await openDB(NAME, 1, { upgrade: (db) => void db.createObjectStore('carts') });
    await host.put('carts', 'milk', 'a');
    host.close();
    const { store, report } = make();
    await store.putPending([makePending()]);
    expect(store.persistent).toBe(false);
    expect(report.codes()).toEqual(['storage-unavailable']);
    const again = await openDB(NAME);
    expect([...again.objectStoreNames]).toEqual(['carts']);
    expect(await again.get('carts', 'a')).toBe('milk');
    again.close();
  });

  it.each([
    ['keyPath', 'x'],
    ['autoIncrement', true],
    ['unique', true],
    ['multiEntry', true],
  ])('has its own schema under a polluted Object.prototype.%s', async (name, value) => {
    pollute(name, value);
    const { store, report } = make();
    await store.putPending([makePending(), makePending()]);
    expect(await store.pending()).toHaveLength(2);
    await store.saveModel({ w: [1] }, 0);
    expect((await store.loadModel())?.generation).toBe(1);
    expect(report.codes()).toEqual([]);
    expect(store.persistent).toBe(true);
  });

  it('reads no more than the newest of a table that somebody let grow', async () => {
    const rows = Array.from({ length: 1_500 }, (_, at) => makePending({ at }));
    await writeRaw('pending', ...rows);
    const pending = await make().store.pending();
    expect(pending).toHaveLength(1_000);
    expect(pending[0]!.at).toBe(500);
  });
});

describe('createStore, when IndexedDB does not open', () => {
  const usable = async ({ store, report }: ReturnType<typeof make>) => {
    const pending = makePending();
    await store.putPending([pending]);
    await Promise.all([store.loadModel(), store.visitor(), store.decisions()]);
    expect(await store.pending()).toEqual([pending]);
    expect(store.persistent).toBe(false);
    expect(report.codes()).toEqual(['storage-unavailable']);
    await store.erase();
    expect(await store.pending()).toEqual([]);
    expect(report.codes()).toEqual(['storage-unavailable']);
  };

  it('goes on in memory without IndexedDB', async () => {
    noIndexedDb();
    await usable(make());
  });

  it('goes on in memory where it is refused', async () => {
    refusedIndexedDb();
    await usable(make());
  });

  it('tries again after two unknown errors', async () => {
    const counter = failingOpen('UnknownError', 2);
    const { store, report } = make();
    await store.putPending([makePending()]);
    expect(counter.opened).toBe(3);
    expect(store.persistent).toBe(true);
    expect(report.codes()).toEqual([]);
  });

  it('gives up after three', async () => {
    const counter = failingOpen('UnknownError');
    await usable(make());
    expect(counter.opened).toBe(3);
  });

  it('does not try again after any other error', async () => {
    const counter = failingOpen('InvalidStateError');
    await usable(make());
    expect(counter.opened).toBe(1);
  });

  it('goes on in memory after 3 s without an answer, and closes what opens late', async () => {
    const hung = hungOpen();
    vi.useFakeTimers({
      toFake: ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval', 'Date'],
    });
    const { store, report } = make();
    const pending = store.pending();
    await vi.advanceTimersByTimeAsync(2_999);
    expect(store.persistent).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(await pending).toEqual([]);
    expect(store.persistent).toBe(false);
    expect(report.codes()).toEqual(['storage-unavailable']);
    vi.useRealTimers();
    hung.release();
    await expect.poll(() => hung.connections.length).toBe(1);
    await expect.poll(() => isClosed(hung.connections[0]!)).toBe(true);
  });

  it('leaves no timer behind when it is closed while opening', async () => {
    hungOpen();
    vi.useFakeTimers();
    const { store, report } = make();
    const pending = store.pending();
    expect(vi.getTimerCount()).toBeGreaterThan(0);
    store.close();
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
    expect(await pending).toEqual([]);
    expect(report.codes()).toEqual([]);
  });

  it('goes on in memory when a migration fails, and leaves no half-made database', async () => {
    const heal = failingMigration(3);
    const { store, report } = make();
    await store.putPending([makePending()]);
    expect(store.persistent).toBe(false);
    expect(report.codes()).toEqual(['storage-unavailable']);
    heal();
    const later = make();
    await later.store.putPending([makePending()]);
    expect(later.store.persistent).toBe(true);
  });

  it('works in a database that a newer version has upgraded', async () => {
    const { store: old } = make();
    const pending = makePending();
    await old.putPending([pending]);
    old.close();
    const newer = await openDB(NAME, 9, { upgrade: (db) => void db.createObjectStore('future') });
    newer.close();
    const { store, report } = make();
    expect(await store.pending()).toEqual([pending]);
    expect(store.persistent).toBe(true);
    expect(report.codes()).toEqual([]);
  });

  it('leaves a newer database without our tables alone', async () => {
    const newer = await openDB(NAME, 9, { upgrade: (db) => void db.createObjectStore('future') });
    newer.close();
    const { store } = make();
    await store.putPending([makePending()]);
    expect(store.persistent).toBe(false);
    expect(await databases()).toEqual([NAME]);
  });
});

describe('createStore, when IndexedDB fails later', () => {
  it('opens a dead connection again, once for many writes', async () => {
    const { store, report } = make();
    await store.pending();
    const counter = deadConnections();
    const rows = Array.from({ length: 100 }, () => makePending());
    await Promise.all(rows.map((row) => store.putPending([row])));
    expect(await store.pending()).toHaveLength(100);
    expect(counter.reopened).toBe(1);
    expect(store.persistent).toBe(true);
    expect(report.codes()).toEqual([]);
    store.close();
    expect(await make().store.pending()).toHaveLength(100);
  });

  it('goes on in memory, with what it knew, when every connection is dead', async () => {
    const { store, report } = make();
    await store.updateVisitor(() => makeVisitor({ never: true }));
    await store.saveModel({ w: [1] }, 0);
    const [a, b] = [makePending(), makePending()];
    await store.putPending([a]);
    deadForEver();
    await Promise.all(Array.from({ length: 100 }, () => store.putPending([b])));
    expect(await store.pending()).toEqual([a, b]);
    expect(await store.visitor()).toEqual(makeVisitor({ never: true }));
    expect(await store.saveModel({ w: [2] }, 1)).toBe(2);
    expect(store.persistent).toBe(false);
    expect(report.codes()).toEqual(['storage-unavailable']);
  });

  it('makes room when the quota is used up, and goes on', async () => {
    const { store, report } = make();
    const rows = Array.from({ length: 10 }, (_, at) => makePending({ at }));
    await store.putPending(rows);
    await store.settle(rows.map(({ id, at }) => makeDecisionRecord({ id, at })));
    quotaAfter(1, 1);
    await store.putPending([makePending()]);
    expect(await store.pending()).toHaveLength(1);
    expect((await store.decisions()).map(({ at }) => at)).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(report.codes()).toEqual([]);
    expect(store.persistent).toBe(true);
  });

  it('says so once when there is no room to be made, and goes on in memory', async () => {
    const { store, report } = make();
    await store.saveModel({ w: [1] }, 0);
    quotaAfter(1);
    expect(await store.saveModel({ w: [2] }, 1)).toBe(2);
    await store.putPending([makePending()]);
    expect(await store.pending()).toHaveLength(1);
    expect(report.codes()).toEqual(['quota']);
    expect(store.persistent).toBe(false);
    expect(await make().store.loadModel()).toEqual({ generation: 1, state: { w: [1] } });
  });

  it('keeps the old generation whole when a save is cut off', async () => {
    const { store } = make();
    await store.saveModel({ w: [1] }, 0);
    await store.saveModel({ w: [2] }, 1);
    const heal = crashAfterPut(1, Infinity);
    await store.saveModel({ w: [3] }, 2);
    heal();
    expect(await make().store.loadModel()).toEqual({ generation: 2, state: { w: [2] } });
  });

  it('says so once when the first write of a page finds no room, and loses nothing', async () => {
    const { store, report } = make();
    quotaAfter(1);
    const rows = [makePending(), makePending()];
    await Promise.all(rows.map((row) => store.putPending([row])));
    expect(await store.pending()).toEqual(rows);
    expect(report.codes()).toEqual(['quota']);
  });

  it('settles all of a batch or nothing when it is cut off for good', async () => {
    const { store } = make();
    const rows = [makePending(), makePending()];
    await store.putPending(rows);
    const heal = crashAfterPut(1, Infinity);
    await store.settle(rows.map(({ id, at }) => makeDecisionRecord({ id, at })));
    heal();
    const later = make().store;
    expect(await later.pending()).toHaveLength(2);
    expect(await later.decisions()).toEqual([]);
  });

  it('gives way to a newer version at once, and works on in its database', async () => {
    const { store } = make();
    await store.putPending([makePending()]);
    const newer = await openDB(NAME, 2, { upgrade: (db) => void db.createObjectStore('future') });
    await store.putPending([makePending()]);
    expect(await newer.count('pending')).toBe(2);
    expect(store.persistent).toBe(true);
    newer.close();
  });

  it('refuses what cannot be cloned without harm to the rest', async () => {
    const { store, report } = make();
    const unclonable = { ...makePending(), groups: [() => {}] } as unknown as Pending;
    const good = makePending();
    await store.putPending([unclonable, good]);
    expect(await store.saveModel({ callback: () => {} }, 0)).toBeUndefined();
    expect(await store.pending()).toEqual([good]);
    expect(report.codes()).toEqual(['corrupt-record']);
  });
});

describe('createStore, with spoilt records', () => {
  const visitorRow = (visitor: unknown) => ({ slot: 'only', visitor });

  it.each([
    ['pending', { id: 'bad', at: 1 }],
    ['pending', { ...makePending({ id: 'bad' }), x: [1, NaN] }],
    ['pending', { ...makePending({ id: 'bad' }), predicted: null }],
    ['pending', { ...makePending({ id: 'bad' }), at: 'yesterday' }],
    ['decisions', { ...makeDecisionRecord({ id: 'bad' }), predicted: { hedge: Infinity } }],
    ['decisions', { ...makeDecisionRecord({ id: 'bad' }), censored: 'no' }],
    ['visitor', visitorRow(makeVisitor({ quietUntil: NaN }))],
    ['visitor', visitorRow({ ...makeVisitor(), session: undefined })],
    ['visitor', visitorRow({ ...makeVisitor(), acceptance: { a: 3 } })],
    ['visitor', visitorRow(null)],
    ['models', { slot: 'A', generation: 'one', state: {} }],
    ['models', { slot: 'A', generation: 1, state: { w: [NaN] } }],
    ['models', { slot: 'A', generation: 1 }],
  ])('skips one in %s and says so once: %#', async (table, row) => {
    await writeRaw(table, row);
    const { store, report } = make();
    expect(await store.pending()).toEqual([]);
    expect(await store.decisions()).toEqual([]);
    expect(await store.visitor()).toBeUndefined();
    expect(await store.loadModel()).toBeUndefined();
    await store.exportAll();
    expect(report.codes()).toEqual(['corrupt-record']);
    expect(store.persistent).toBe(true);
  });

  it('falls back to the model before a spoilt one, and saves over the spoilt one', async () => {
    const { store: first } = make();
    await first.saveModel({ w: [1] }, 0);
    await first.saveModel({ w: [2] }, 1);
    await writeRaw('models', { slot: 'B', generation: 2, state: { w: [NaN] } });
    const { store } = make();
    expect(await store.loadModel()).toEqual({ generation: 1, state: { w: [1] } });
    expect(await store.saveModel({ w: [5] }, 1)).toBe(2);
    expect(await store.exportAll()).toMatchObject({
      models: [
        { slot: 'B', generation: 2, state: { w: [5] } },
        { slot: 'A', generation: 1 },
      ],
    });
  });

  it('never throws on whatever is in the tables', async () => {
    await fc.assert(
      fc.asyncProperty(fc.object(), fc.object(), fc.anything(), async (a, b, c) => {
        await deleteDB(NAME);
        await writeRaw('pending', cloneable({ ...a, id: 'x', at: 1 }));
        await writeRaw('decisions', cloneable({ ...b, id: 'x', at: 1 }));
        await writeRaw('visitor', cloneable(visitorRow(c)));
        await writeRaw('models', cloneable({ slot: 'A', generation: c, state: a }));
        const { store } = make();
        await store.exportAll();
        expect(await store.settle([makeDecisionRecord({ id: 'y' })])).toEqual([]);
        expect(store.persistent).toBe(true);
        store.close();
      }),
      { numRuns: 30 },
    );
  });
});

describe('createStore, when everything is erased', () => {
  it('deletes the database', async () => {
    const { store } = make();
    await store.putPending([makePending()]);
    await store.erase();
    expect(await databases()).toEqual([]);
  });

  it('lets no write that was under way make it again', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { store } = make();
      if (round % 2) await store.pending();
      const writes = [
        store.putPending([makePending()]),
        store.saveModel({ w: [round] }, 0),
        store.updateVisitor(() => makeVisitor()),
      ];
      if (round % 3) await Promise.resolve();
      await store.erase();
      await Promise.all(writes);
      expect(await databases()).toEqual([]);
      store.close();
    }
  });

  it('tells the other tab, which gives way and starts empty', async () => {
    const onErased = vi.fn();
    const other = make({ onErased });
    await other.store.putPending([makePending()]);
    await other.store.saveModel({ w: [1] }, 0);
    const { store } = make();
    await store.erase();
    expect(onErased).toHaveBeenCalledOnce();
    expect(await databases()).toEqual([]);
    expect(await other.store.pending()).toEqual([]);
    expect(await other.store.saveModel({ w: [2] }, 1)).toBeUndefined();
    expect(other.report.codes()).toEqual([]);
  });

  it('notices a database that was wiped behind its back, and brings nothing back', async () => {
    const onErased = vi.fn();
    const { store } = make({ onErased });
    await store.putPending([makePending()]);
    // As "clear site data" does it, without a version change.
    wipe();
    await store.putPending([makePending()]);
    expect(onErased).toHaveBeenCalledOnce();
    expect(await store.pending()).toEqual([]);
    await store.putPending([makePending()]);
    expect(await store.pending()).toHaveLength(1);
  });

  it('erases what is on the disk also after it was lost', async () => {
    const { store } = make();
    await store.putPending([makePending()]);
    quotaAfter(1);
    await store.saveModel({ w: [1] }, 0);
    expect(store.persistent).toBe(false);
    await store.erase();
    expect(await databases()).toEqual([]);
  });
});

/** What JSON and structured clones agree on, so that it can be written at all. */
function cloneable(row: Record<string, unknown>): unknown {
  try {
    return structuredClone(row);
  } catch {
    return { id: 'x', at: 1, slot: 'A' };
  }
}

/** Replaces IndexedDB by an empty one; the open connections are dead. */
function wipe() {
  globalThis.indexedDB = new IDBFactory();
  deadConnections();
}

function isClosed(db: {
  transaction(names: string[]): unknown;
  objectStoreNames: Iterable<string>;
}) {
  try {
    db.transaction([...db.objectStoreNames]);
    return false;
  } catch (thrown) {
    return (thrown as Error).name === 'InvalidStateError';
  }
}
