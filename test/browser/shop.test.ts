import { describe, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Assistant, Decision, Signal } from '../../src/types.js';
import { STRICT_POLICY } from '../../scripts/demoServer.js';
import {
  demoConfig,
  isStarted,
  openIn,
  useChromium,
  type Opened,
  type OpenOptions,
} from './harness.js';

const { open } = useChromium();

declare global {
  interface Window {
    seen: { signals: Signal[]; decisions: Decision[] };
  }
}

/** The shop as a customer embeds it, with everything the assistant says kept for the test. */
async function shop(path: string, options: OpenOptions = {}) {
  const opened = await open({ json: { 'beforehand.json': demoConfig() }, ...options, path });
  await record(opened.page);
  return opened;
}

async function record(page: Page) {
  await page.waitForFunction(isStarted);
  await page.evaluate(async () => {
    const { assistant } = (window as unknown as { Beforehand: { assistant: Assistant } })
      .Beforehand;
    window.seen = { signals: [], decisions: [] };
    assistant.signals$.subscribe((signal) => window.seen.signals.push(signal));
    assistant.decisions$.subscribe((decision) => window.seen.decisions.push(decision));
    await assistant.ready;
  });
}

const prompt = (page: Page) => page.locator('beforehand-prompt');
const offered = (page: Page) => prompt(page).waitFor({ state: 'attached', timeout: 20_000 });
const topArticle = (page: Page) =>
  page.evaluate(() => window.seen.decisions.find(({ shown }) => shown)?.offer?.articles[0]?.id);

const inCart = '/product/moth-lamp';
const test = (name: string) => `[data-test="${name}"]`;

/** A lamp in the cart, as the shop keeps it. */
const WITH_CART = `sessionStorage.setItem('hollin.cart', '{"lines":[{"id":"moth-lamp","quantity":1}],"delivery":"standard"}');`;

const ADDRESS = {
  name: 'Ada Byron',
  email: 'ada@example.com',
  street: '12 St James Square',
  town: 'Bristol',
};
const CARD = { card: '4242 4242 4242 4242', expiry: '04/29', cvc: '123' };

async function fill({ human }: Opened, values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    await human.click(test(name));
    await human.type(value);
  }
}

/** Each of the shop's faults: where it is met, what a visitor does about it, what would help. */
const STUCK: [
  fault: string,
  path: string,
  article: string,
  act: (shop: Opened) => Promise<void>,
][] = [
  [
    'coupon',
    '/cart',
    'coupon-codes',
    async (shop) => {
      await fill(shop, { coupon: 'WELCOME10' });
      await shop.human.hammer(test('apply-coupon'), 5);
    },
  ],
  [
    'add',
    inCart,
    'add-to-cart',
    async ({ human }) => {
      await human.click(test('add-to-cart'));
      await human.pause(900, 1200);
      await human.click(test('add-to-cart'));
    },
  ],
  [
    'payment',
    '/payment',
    'payment',
    async (shop) => {
      await fill(shop, CARD);
      await shop.human.click(test('pay'));
      await shop.human.pause(2500, 2600);
      await shop.human.hammer(test('pay'), 4);
    },
  ],
  [
    'postcode',
    '/shipping',
    'postcode',
    async (shop) => {
      await fill(shop, { ...ADDRESS, postcode: 'BS1 4DJ' });
      for (const wrong of ['bs1 4dj', 'BS1  4DJ']) {
        await shop.human.click(test('continue'));
        await shop.human.pause(900, 1200);
        await shop.page.locator(test('postcode')).fill('');
        await fill(shop, { postcode: wrong });
      }
      await shop.human.click(test('continue'));
    },
  ],
  [
    'search',
    '/',
    'finding-products',
    async (shop) => {
      for (const words of ['lamp', 'light', 'bedside']) {
        await shop.page.locator(test('search')).fill('');
        await fill(shop, { search: words });
        await shop.human.key('Enter');
        await shop.human.pause(900, 1300);
      }
    },
  ],
];

/** The shop of a site that allows no Trusted Types policy, and so has no worker. */
const withoutPolicyName = (page: Page) =>
  page.route(`${inject('origin')}/**`, async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    const policy = STRICT_POLICY.replace('trusted-types beforehand', "trusted-types 'none'");
    const headers = { ...response.headers(), 'content-security-policy': policy };
    const body = (await response.text()).replace(/data-worker="[^"]+"/, 'data-worker=""');
    return route.fulfill({ response, headers, body });
  });

describe.concurrent.each<[string, OpenOptions]>([
  ['under the strict policy', {}],
  [
    'without the name of a Trusted Types policy, the worker off',
    { beforeOpening: withoutPolicyName },
  ],
])('a stuck visitor, %s', (_, options) => {
  it.each(STUCK)('is offered what fits at the fault: %s', async (fault, path, article, act) => {
    const opened = await shop(`${path}?fault=${fault}`, {
      init: WITH_CART + VIOLATIONS,
      ...options,
    });
    await act(opened);
    await offered(opened.page);
    expect(await topArticle(opened.page)).toBe(article);
    expect(await opened.page.evaluate('violations')).toEqual([]);
  });
});

describe.concurrent('a calm visitor', () => {
  it('is left alone while reading, selecting and using the stepper', async () => {
    const { page, human } = await shop(inCart);
    await human.read(2500);
    await human.doubleClick('h1');
    await human.click('[data-test=add-to-cart]');
    await page.waitForTimeout(800);
    await human.click('[data-test=nav-cart]');
    await page.locator('[data-test=quantity-plus]').waitFor();
    await human.hammer('[data-test=quantity-plus]', 6);
    await human.read(4000);
    expect(await page.evaluate(() => window.seen.signals.map(({ detector }) => detector))).toEqual(
      [],
    );
    expect(await prompt(page).count()).toBe(0);
  });

  it('is not thought about while pressing faster than anybody aims', async () => {
    const { page, human } = await shop('/');
    const decided = () => page.evaluate(() => window.seen.decisions.length);
    const links = ['nav-cart', 'nav-shop'].map(test);
    // Each new page would be looked at, at most every 5 s.
    const before = human.pause(3000, 3000).then(decided);
    await human.drum(links, 9000);
    expect(await decided()).toBe(await before);
    expect(await prompt(page).count()).toBe(0);
  });

  it('buys a lamp without a signal or a prompt, one slip in the form included', async () => {
    const opened = await shop('/');
    const { page, human } = opened;
    await human.read(1500);
    await human.click(test('product-moth-lamp'));
    await page.waitForURL('**/product/moth-lamp');
    await human.read(1500);
    await human.click(test('add-to-cart'));
    await human.click(test('view-cart'));
    await page.waitForURL('**/cart');
    await human.click(test('checkout'));
    await page.waitForURL('**/shipping');
    await fill(opened, { ...ADDRESS, postcode: 'Bristol' });
    await human.click(test('continue'));
    await human.pause(1500, 1800);
    await page.locator(test('postcode')).fill('');
    await fill(opened, { postcode: 'BS1 4DJ' });
    await human.click(test('continue'));
    await page.waitForURL('**/payment');
    await fill(opened, CARD);
    await human.click(test('pay'));
    await page.waitForURL('**/order/*');
    await human.read(6000);
    expect(await page.evaluate(() => window.seen.decisions.filter(({ shown }) => shown))).toEqual(
      [],
    );
    expect(await prompt(page).count()).toBe(0);
  });
});

describe.concurrent('what the visitor answers', () => {
  async function stuck(options: OpenOptions = {}) {
    const opened = await shop(`${inCart}?fault=add`, options);
    await opened.human.hammer('[data-test=add-to-cart]', 5);
    await offered(opened.page);
    return opened;
  }

  it.each(['not-now', 'never'])('is kept across a reload and another tab: %s', async (part) => {
    const { page, human } = await stuck();
    await human.pause(300, 500);
    await human.click(`beforehand-prompt [part=${part}]`);
    await prompt(page).waitFor({ state: 'detached' });
    const json = { 'beforehand.json': demoConfig() };
    const path = `${inCart}?fault=add`;
    for (const next of [page, await page.context().newPage()]) {
      const again = await openIn(next, { json, path });
      await record(next);
      await again.human.hammer('[data-test=add-to-cart]', 5);
      await again.human.read(4000);
      expect(await prompt(next).count()).toBe(0);
      const held = await next.evaluate(() =>
        window.seen.decisions.flatMap(({ gates }) =>
          gates.filter(({ passed }) => !passed).map(({ name }) => name),
        ),
      );
      expect(held).toContain(part === 'never' ? 'notOptedOut' : 'cooldown');
    }
  });
});

describe.concurrent('the inspector', () => {
  it('is not hidden by the prompt whose reasons it shows', async () => {
    const { page, human } = await shop(`${inCart}?fault=add&beforehand-inspector`);
    await page.locator('beforehand-inspector .panel').waitFor();
    await human.hammer(test('add-to-cart'), 4);
    await offered(page);
    const card = (await page.locator('beforehand-prompt').boundingBox())!;
    const panel = (await page.locator('beforehand-inspector .panel').boundingBox())!;
    expect(card.x + card.width).toBeLessThanOrEqual(panel.x);
  });
});

describe.concurrent('the guest', () => {
  it('asks for nothing but its own files, reports no violation and no error', async () => {
    const { page, human, requests, errors } = await shop(inCart, {
      init: VIOLATIONS,
    });
    await human.click('[data-test=add-to-cart]');
    await human.read(5000);
    const origin = inject('origin');
    expect(requests.filter((url) => !url.startsWith(origin))).toEqual([]);
    expect(await page.evaluate('violations')).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const { page, human } = await shop(inCart, { init: LEDGER });
    await human.click('[data-test=add-to-cart]');
    await human.read(6000);
    expect(await page.evaluate('Object.keys(ours())')).toEqual(
      expect.arrayContaining(['listener', 'observer', 'worker', 'connection']),
    );
    await page.evaluate('Beforehand.assistant.stop()');
    // Writing down the last of it may take a moment.
    await page
      .waitForFunction(
        () => Object.keys((window as unknown as { ours(): object }).ours()).length === 0,
        undefined,
        { timeout: 3000 },
      )
      .catch(() => {});
    expect(await page.evaluate('ours()')).toEqual({});
    expect(
      await page.locator('beforehand-prompt, beforehand-status, beforehand-inspector').count(),
    ).toBe(0);
  });
});

const VIOLATIONS = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective));
`;

/** Keeps a ledger of what the SDK's files open and close: listeners, timers, workers and the rest. */
const LEDGER = `
  const live = new Map();
  const isOurs = () => /\\/dist\\//.test(new Error().stack);
  const enter = (kind, key, what) => { if (isOurs()) live.set(key, { kind, what }); };
  const ids = new WeakMap();
  const idOf = (thing) => ids.get(thing) ?? (ids.set(thing, ids.size = (ids.size ?? 0) + 1), ids.size);
  const keyOf = (target, type, fn) => [idOf(target), type, idOf(fn)].join();
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, fn, options) {
    const to = this ?? window;
    // What is closed or thrown away takes its own listeners along.
    const dies = /^IDB|^Worker$/.test(to.constructor.name) || options?.once;
    if (fn && !dies) enter('listener', keyOf(to, type, fn), type);
    return addEventListener.call(to, type, fn, options);
  };
  EventTarget.prototype.removeEventListener = function (type, fn, options) {
    if (fn) live.delete(keyOf(this ?? window, type, fn));
    return removeEventListener.call(this ?? window, type, fn, options);
  };
  for (const [start, stop, repeats] of [
    ['setTimeout', 'clearTimeout', false], ['setInterval', 'clearInterval', true],
    ['requestAnimationFrame', 'cancelAnimationFrame', false], ['requestIdleCallback', 'cancelIdleCallback', false],
  ]) {
    const begin = window[start].bind(window), end = window[stop].bind(window);
    window[start] = (fn, ...rest) => {
      const ours = isOurs();
      const id = begin((...args) => { if (!repeats) live.delete(start + id); return fn(...args); }, ...rest);
      if (ours) live.set(start + id, { kind: 'timer', what: start });
      return id;
    };
    window[stop] = (id) => { live.delete(start + id); end(id); };
  }
  for (const name of ['MutationObserver', 'PerformanceObserver', 'IntersectionObserver', 'ResizeObserver']) {
    const { observe, disconnect } = window[name].prototype;
    window[name].prototype.observe = function (...args) {
      enter('observer', 'observer' + idOf(this), name);
      return observe.apply(this, args);
    };
    window[name].prototype.disconnect = function () {
      live.delete('observer' + idOf(this));
      return disconnect.call(this);
    };
  }
  const NativeWorker = Worker;
  window.Worker = class Worker extends NativeWorker {
    constructor(...args) { super(...args); enter('worker', 'worker' + idOf(this), String(args[0])); }
    terminate() { live.delete('worker' + idOf(this)); super.terminate(); }
  };
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...args) {
    const request = open.apply(this, args), ours = isOurs();
    addEventListener.call(request, 'success', () => {
      if (ours) live.set('db' + idOf(request.result), { kind: 'connection', what: args[0] });
    });
    return request;
  };
  const { close } = IDBDatabase.prototype;
  IDBDatabase.prototype.close = function () { live.delete('db' + idOf(this)); return close.call(this); };
  const NativeChannel = window.BroadcastChannel;
  window.BroadcastChannel = class BroadcastChannel extends NativeChannel {
    constructor(name) { super(name); enter('channel', 'channel' + idOf(this), name); }
    close() { live.delete('channel' + idOf(this)); super.close(); }
  };
  window.ours = () => {
    const all = {};
    for (const { kind, what } of live.values()) (all[kind] ??= []).push(what);
    return all;
  };
`;
