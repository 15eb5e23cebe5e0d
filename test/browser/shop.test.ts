import { describe, expect, inject, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Assistant, Decision, Signal } from '../../src/types.js';
import { demoConfig, isStarted, openIn, useChromium, type OpenOptions } from './harness.js';

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

describe('a stuck visitor', () => {
  it('is offered the coupon article at the dead coupon button', async () => {
    const { page, human } = await shop(`${inCart}?fault=coupon`);
    await human.click('[data-test=add-to-cart]');
    await page.waitForTimeout(500);
    await human.click('[data-test=nav-cart]');
    await page.locator('[data-test=apply-coupon]').waitFor();
    await human.hammer('[data-test=apply-coupon]', 5);
    await offered(page);
    expect(await topArticle(page)).toBe('coupon-codes');
  });

  it('is offered help when adding to the cart throws', async () => {
    const { page, human } = await shop(`${inCart}?fault=add`);
    await human.click('[data-test=add-to-cart]');
    await human.pause(900, 1200);
    await human.click('[data-test=add-to-cart]');
    await offered(page);
    expect(await topArticle(page)).toBe('add-to-cart');
  });

  it('is offered help when the search finds nothing', async () => {
    const { page, human } = await shop('/?fault=search');
    for (const words of ['lamp', 'light', 'bedside']) {
      await page.locator('[data-test=search]').fill('');
      await human.click('[data-test=search]');
      await human.type(words);
      await human.key('Enter');
      await human.pause(900, 1300);
    }
    await offered(page);
    expect(await topArticle(page)).toBe('finding-products');
  });
});

describe('a calm visitor', () => {
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
});

describe('what the visitor answers', () => {
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

describe('the guest', () => {
  it('asks for nothing but its own files, reports no violation and no error', async () => {
    const { page, human, requests, errors } = await shop(inCart, {
      init: `window.violations = []; document.addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective))`,
    });
    await human.click('[data-test=add-to-cart]');
    await human.read(5000);
    const origin = inject('origin');
    expect(requests.filter((url) => !url.startsWith(origin))).toEqual([]);
    expect(await page.evaluate('violations')).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('leaves nothing behind when it is stopped', async () => {
    const { page, human } = await shop(inCart, { init: COUNT_LISTENERS });
    await human.click('[data-test=add-to-cart]');
    await human.read(2000);
    await page.evaluate('Beforehand.assistant.stop()');
    await page.waitForTimeout(500);
    expect(await page.evaluate('ours()')).toEqual([]);
    expect(
      await page.locator('beforehand-prompt, beforehand-status, beforehand-inspector').count(),
    ).toBe(0);
  });
});

/** Counts listeners that the SDK's files add and remove, by the file that asks for it. */
const COUNT_LISTENERS = `
  const live = new Map();
  const idOf = (type, fn) => (fn.__id ??= Math.random()) + type;
  const { addEventListener, removeEventListener } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (type, fn, options) {
    if (fn && !/^IDB/.test(this?.constructor?.name) && /\\/dist\\//.test(new Error().stack)) live.set(idOf(type, fn), type);
    return addEventListener.call(this, type, fn, options);
  };
  EventTarget.prototype.removeEventListener = function (type, fn, options) {
    if (fn) live.delete(idOf(type, fn));
    return removeEventListener.call(this, type, fn, options);
  };
  window.ours = () => [...live.values()];
`;
