import { beforeEach, describe, expect, it } from 'vitest';
import { createRouteLog } from '../../src/storage/createRouteLog.js';
import { createStore } from '../../src/storage/index.js';
import type { KeptRoute } from '../../src/types.js';
import { makeClock } from '../fixtures/makeClock.js';

const NOW = 2_000_000_000_000;
const HALF_HOUR = 30 * 60_000;
let items: Map<string, string>;
let isFrame: boolean;

beforeEach(() => {
  items = new Map();
  isFrame = false;
});

const storage = {
  getItem: (key: string) => items.get(key) ?? null,
  setItem: (key: string, value: string) => void items.set(key, value),
  removeItem: (key: string) => void items.delete(key),
};

function open({ persistent = true, sessionStorage = storage as unknown } = {}) {
  const window = {
    get sessionStorage() {
      if (sessionStorage instanceof Error) throw sessionStorage;
      return sessionStorage;
    },
  } as unknown as Window;
  Object.assign(window, { parent: isFrame ? {} : window });
  return createRouteLog({ window, name: 'test', persistent, clock: makeClock(NOW) });
}
const route = (path: string, at = NOW): KeptRoute => ({ path, kind: 'load', at });

describe('createRouteLog', () => {
  it('reads on one page what was added on another', () => {
    open().add(route('/a'));
    open().add(route('/b'));
    expect(open().read()).toEqual([route('/a'), route('/b')]);
  });

  it('keeps the last 30, of half an hour, and nothing from the future', () => {
    const log = open();
    for (let i = 0; i < 40; i += 1) log.add(route(`/${i}`));
    expect(log.read().map(({ path }) => path)).toEqual(
      Array.from({ length: 30 }, (_, i) => `/${i + 10}`),
    );
    items.set(
      'test:routes',
      JSON.stringify([route('/old', NOW - HALF_HOUR), route('/x', NOW + 1)]),
    );
    expect(log.read()).toEqual([]);
  });

  it.each(['', '{', 'null', '{"path":1}', '[null,1,{"path":"/a"}]', '[[["x"]]]'])(
    'takes %j for nothing',
    (text) => {
      items.set('test:routes', text);
      expect(open().read()).toEqual([]);
    },
  );

  it('keeps nothing, and reads nothing, where that was not consented to', () => {
    open().add(route('/a'));
    const before = [...items];
    const log = open({ persistent: false });
    log.add(route('/b'));
    expect([log.read(), [...items]]).toEqual([[], before]);
  });

  it('keeps nothing in a frame', () => {
    isFrame = true;
    open().add(route('/a'));
    expect(items.size).toBe(0);
  });

  it('does without where storage is refused or full', () => {
    for (const sessionStorage of [new DOMException('no', 'SecurityError'), undefined]) {
      const log = open({ sessionStorage });
      expect(() => [log.add(route('/a')), log.erase()]).not.toThrow();
      expect(log.read()).toEqual([]);
    }
  });

  it('is exported and erased with the store', async () => {
    const routes = open();
    routes.add(route('/a'));
    const report = () => {};
    const options = { name: 'test', persistent: false, report, clock: makeClock(NOW), routes };
    const store = createStore(options);
    expect(await store.exportAll()).toMatchObject({ routes: [route('/a')] });
    await store.erase();
    expect([routes.read(), items.size]).toEqual([[], 0]);
  });
});
