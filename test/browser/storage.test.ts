import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import type { Store } from '../../src/storage/Store.js';
import type { Visitor } from '../../src/types.js';
import { makePending } from '../fixtures/makePending.js';
import { makeVisitor } from '../fixtures/makeVisitor.js';
import { bundle, openIn, useChromium } from './harness.js';

/** What the page's script puts on `window`. */
declare const window: {
  store: Store;
  said: string[];
  erased: number;
  make: () => Store;
};

const { open } = useChromium();
const NAME = 'beforehand';
let script: string;

beforeAll(async () => {
  script = await bundle(`
    import { createStore } from './src/storage/index.ts';
    const clock = { now: () => performance.now(), wallTime: () => Date.now() };
    window.said = [];
    window.erased = 0;
    window.make = () => createStore({
      name: '${NAME}', persistent: true, clock,
      report: (error) => window.said.push(error.code),
      onErased: () => (window.erased += 1),
    });
    window.store = window.make();
  `);
});

const shop = (body = '') => ({
  html: `<!doctype html><title>Shop</title><body>${body}<script src="/x.js"></script>`,
  scripts: { 'x.js': script },
});

/** Opens a page of the same visitor: a second tab. */
async function openTab(page: Page): Promise<Page> {
  const tab = await page.context().newPage();
  await openIn(tab, shop());
  return tab;
}

const databases = (page: Page) =>
  page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
const said = (page: Page) => page.evaluate(() => window.said);

describe('the store in Chromium', () => {
  it('survives a reload', async () => {
    const { page, errors } = await open(shop());
    const [pending, visitor] = [makePending(), makeVisitor({ never: true })];
    await page.evaluate(
      async ([pending, visitor]) => {
        await window.store.saveModel({ w: [1, 2] }, 0);
        await window.store.putPending([pending]);
        await window.store.updateVisitor(() => visitor);
      },
      [pending, visitor] as const,
    );
    await page.reload();
    expect(await page.evaluate(() => window.store.exportAll())).toEqual({
      models: [{ slot: 'A', generation: 1, state: { w: [1, 2] } }],
      pending: [pending],
      decisions: [],
      visitor,
    });
    expect(await said(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('keeps what was written before the page is left', async () => {
    // A write that begins in `pagehide` may be lost with the page: nothing must depend on one.
    const { page } = await open(shop());
    const pending = makePending();
    await page.evaluate((each) => window.store.putPending([each]), pending);
    await page.goto(`${inject('origin')}/test-page?next`).catch(() => {});
    await openIn(page, shop());
    expect(await page.evaluate(() => window.store.pending())).toEqual([pending]);
  });

  it('lets exactly one of six tabs take the last of a budget', async () => {
    const { page } = await open(shop());
    const tabs = [page];
    while (tabs.length < 6) tabs.push(await openTab(page));
    for (let round = 1; round <= 8; round += 1) {
      const at = Date.now() + 300;
      const claims = await Promise.all(
        tabs.map((tab) =>
          tab.evaluate(
            async ({ round, at, fresh }) => {
              // All at once, as near as may be.
              while (Date.now() < at) await new Promise((done) => setTimeout(done));
              const claim = (visitor: Visitor = fresh) =>
                visitor.session.shown < round
                  ? { ...visitor, session: { ...visitor.session, shown: round } }
                  : undefined;
              return (await window.store.updateVisitor(claim)) !== undefined;
            },
            { round, at, fresh: makeVisitor() },
          ),
        ),
      );
      expect(claims.filter(Boolean)).toHaveLength(1);
    }
  });

  it('loses nothing that two tabs learn at the same time', async () => {
    const { page } = await open(shop());
    const tabs = [page, await openTab(page)];
    const learn = () =>
      (async () => {
        for (let n = 0; n < 30; n += 1) {
          for (let saved: number | undefined; saved === undefined;) {
            const { generation = 0, state = { sum: 0 } } = (await window.store.loadModel()) ?? {};
            const { sum } = state as { sum: number };
            saved = await window.store.saveModel({ sum: sum + 1 }, generation);
          }
        }
      })();
    await Promise.all(tabs.map((tab) => tab.evaluate(learn)));
    expect(await page.evaluate(() => window.store.loadModel())).toEqual({
      generation: 60,
      state: { sum: 60 },
    });
  });

  it('goes on in memory in a frame without storage, and says so once', async () => {
    const { page, errors } = await open({
      html: '<!doctype html><body><iframe id="f" sandbox="allow-scripts"></iframe>',
      scripts: { 'x.js': script },
    });
    await page.route('**/frame', (route) =>
      route.fulfill({ contentType: 'text/html', body: shop().html }),
    );
    await page.evaluate(() => ((document.querySelector('#f') as HTMLIFrameElement).src = '/frame'));
    await expect
      .poll(() => page.frames().some((frame) => frame.url().endsWith('/frame')))
      .toBe(true);
    const frame = page.frames().find((frame) => frame.url().endsWith('/frame'))!;
    await frame.waitForFunction(() => 'store' in window);
    const seen = await frame.evaluate(async (visitor) => {
      await window.store.updateVisitor(() => visitor);
      await window.store.saveModel({ w: [1] }, 0);
      await window.store.erase();
      return [window.store.persistent, await window.store.visitor(), window.said];
    }, makeVisitor());
    expect(seen).toEqual([false, undefined, ['storage-unavailable']]);
    expect(errors).toEqual([]);
  });

  it('notices that the visitor has cleared the site data, and brings nothing back', async () => {
    const { page, errors } = await open(shop());
    await page.evaluate(
      async ([pending, visitor]) => {
        await window.store.saveModel({ w: [1] }, 0);
        await window.store.putPending([pending]);
        await window.store.updateVisitor(() => visitor);
      },
      [makePending(), makeVisitor()] as const,
    );
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Storage.clearDataForOrigin', {
      origin: inject('origin'),
      storageTypes: 'indexeddb',
    });
    const after = await page.evaluate(async (pending) => {
      // What a page that has not noticed yet would write.
      await window.store.putPending([pending]);
      return [await window.store.saveModel({ w: [2] }, 1), await window.store.exportAll()];
    }, makePending());
    // Over the protocol, `undefined` in an array is a value, too.
    expect(after).toEqual([
      undefined,
      { models: [], pending: [], decisions: [], visitor: undefined },
    ]);
    expect(await page.evaluate(() => window.erased)).toBe(1);
    const kept = await page.evaluate(async (pending) => {
      await window.store.putPending([pending]);
      return [(await window.store.pending()).length, window.store.persistent, window.said];
    }, makePending());
    expect(kept).toEqual([1, true, []]);
    expect(errors).toEqual([]);
  });

  it('deletes the database when erased, and tells the other tab', async () => {
    const { page } = await open(shop());
    const other = await openTab(page);
    for (const tab of [page, other]) {
      await tab.evaluate((pending) => window.store.putPending([pending]), makePending());
    }
    await page.evaluate(() => Promise.all([window.store.erase(), window.store.erase()]));
    expect(await databases(page)).toEqual([]);
    await other.waitForFunction(() => window.erased === 1);
    expect(await databases(other)).toEqual([]);
    expect(await other.evaluate(() => window.store.pending())).toEqual([]);
    expect([...(await said(page)), ...(await said(other))]).toEqual([]);
  });

  it('lets no write that was under way make the database again', async () => {
    const { page } = await open(shop());
    const left = await page.evaluate(
      async ([pending, visitor]) => {
        const names: unknown[] = [];
        for (let round = 0; round < 30; round += 1) {
          const store = window.make();
          if (round % 2) await store.pending();
          const writes = [
            store.putPending([pending]),
            store.saveModel({ w: [round] }, 0),
            store.updateVisitor(() => visitor),
          ];
          if (round % 3) await new Promise((done) => setTimeout(done, round % 5));
          await store.erase();
          await Promise.all(writes);
          names.push(...(await indexedDB.databases()));
          store.close();
        }
        return names;
      },
      [makePending(), makeVisitor()] as const,
    );
    expect(left).toEqual([]);
  });

  it('keeps its model and says so once when the quota is used up', async () => {
    const { page, errors } = await open(shop());
    const cdp = await page.context().newCDPSession(page);
    const origin = inject('origin');
    // Before the first write: Chromium remembers for a while how much room there was.
    await cdp.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1_000_000 });
    await page.evaluate(() => window.store.saveModel({ w: [1] }, 0));
    const seen = await page.evaluate(async (pending) => {
      // Of random letters, which the database cannot compress.
      const letters = () => Math.random().toString(36).slice(2);
      const groups = Array.from({ length: 300_000 }, letters);
      await window.store.putPending([{ ...pending, groups }]);
      await window.store.saveModel({ w: [2] }, 1);
      return [(await window.store.pending()).length, window.store.persistent, window.said];
    }, makePending());
    expect(seen).toEqual([1, false, ['quota']]);
    await page.reload();
    const model = await page.evaluate(() => window.store.loadModel());
    expect(model).toEqual({ generation: 1, state: { w: [1] } });
    expect(errors).toEqual([]);
  });

  it('gives way at once to a newer version in another tab, and works on beside it', async () => {
    const { page } = await open(shop());
    await page.evaluate((pending) => window.store.putPending([pending]), makePending());
    const other = await openTab(page);
    const upgraded = await other.evaluate(
      (name) =>
        new Promise((done) => {
          const request = indexedDB.open(name, 2);
          request.onupgradeneeded = () => void request.result.createObjectStore('future');
          request.onsuccess = () => {
            request.result.onversionchange = () => request.result.close();
            done(request.result.version);
          };
          request.onblocked = () => done('blocked');
        }),
      NAME,
    );
    expect(upgraded).toBe(2);
    await page.evaluate((pending) => window.store.putPending([pending]), makePending());
    expect(await page.evaluate(() => window.store.pending())).toHaveLength(2);
    expect(await page.evaluate(() => window.store.persistent)).toBe(true);
    expect(await said(page)).toEqual([]);
  });

  it('goes on in memory when another tab keeps the database from opening', async () => {
    const { page } = await open({ html: '<!doctype html><body>A page with old code of its own' });
    await page.evaluate(
      (name) =>
        new Promise<void>((done) => {
          const holder = indexedDB.open(name, 1);
          // It ignores `versionchange`, so the deletion waits, and with it all that comes after.
          holder.onsuccess = () => {
            Object.assign(window, { holder: holder.result });
            indexedDB.deleteDatabase(name).onblocked = () => done();
          };
        }),
      NAME,
    );
    const tab = await openTab(page);
    const seen = await tab.evaluate(async (pending) => {
      await window.store.putPending([pending]);
      return [(await window.store.pending()).length, window.store.persistent, window.said];
    }, makePending());
    expect(seen).toEqual([1, false, ['storage-unavailable']]);
    await page.close();
    // Now the way is free: the next visit has its database.
    await tab.reload();
    await tab.evaluate((pending) => window.store.putPending([pending]), makePending());
    expect(await tab.evaluate(() => window.store.persistent)).toBe(true);
  });
});
