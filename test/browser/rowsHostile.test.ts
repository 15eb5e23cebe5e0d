import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Signal } from '../../src/types.js';
import { bundle, useChromium } from './harness.js';
import type { Human } from './human.js';
import { WATCHER } from './signalCases.js';

/** Input that nobody makes on purpose, and what watching costs. */
const { open } = useChromium();

async function opened(
  body: string,
  script = '',
): Promise<{ page: Page; human: Human; errors: string[] }> {
  const code = WATCHER.replace('selectors: [],', 'selectors: [], trustSynthetic: true,');
  return open({
    html: `<!doctype html><html lang=en><body>${body}<script src="/watcher.js"></script></body></html>`,
    scripts: { 'watcher.js': await bundle(code + script) },
  });
}

const FORM = `
  <form id=f onsubmit="return false"><input name=parentNode><input name=tagName><input name=getAttribute><input name=closest>
  <input name=matches><input name=contains><input name=ownerDocument><button id=b>Go</button></form>
  <svg><g><a id=s><circle r=5 /></a></g></svg><p id=gone>x</p><canvas id=c></canvas><iframe id=i></iframe>`;

/** Plays seeded nonsense: events of every kind with fields that miss or are no numbers. */
const NONSENSE = `
  let seed = 7;
  const random = () => ((seed = (seed * 16807) % 2147483647) / 2147483647);
  const any = (...of) => of[Math.floor(random() * of.length)];
  const number = () => any(0, 1, -5, 1e9, 40, 50);
  const TYPES = ['pointerdown', 'pointerup', 'pointercancel', 'pointermove', 'click', 'keydown', 'keyup',
    'input', 'change', 'focusin', 'focusout', 'submit', 'invalid', 'scroll', 'wheel', 'touchmove', 'error',
    'unhandledrejection', 'toggle', 'play', 'copy', 'dragstart', 'blur', 'focus', 'visibilitychange',
    'selectionchange', 'hashchange', 'popstate', 'pagehide', 'pageshow'];
  const make = (type) => any(
    () => new Event(type, { bubbles: random() < 0.8 }),
    () => new CustomEvent(type, { bubbles: true, detail: null }),
    () => new PointerEvent(type, { bubbles: true, isPrimary: random() < 0.7, button: any(0, 1, 2),
      pointerType: any('', 'mouse', 'touch', 'pen', 'x'), pointerId: any(1, 2), clientX: number(), clientY: number() }),
    () => Object.defineProperties(new Event(type, { bubbles: true }), Object.fromEntries(
      ['clientX', 'clientY', 'detail', 'button', 'pointerId', 'key', 'pointerType', 'timeStamp'].map((name) =>
        [name, { value: any(undefined, null, NaN, 'x', {}, 3) }]))),
    () => new KeyboardEvent(type, { bubbles: true, key: any('Enter', ' ', 'a', undefined), repeat: random() < 0.2 }),
  )();
  const targets = [b, f, s, s.firstChild, gone, gone.firstChild, c, i, document, window, document.body, document.documentElement];
  window.nonsense = (n) => {
    for (let k = 0; k < n; k += 1) any(...targets).dispatchEvent(make(any(...TYPES)));
  };`;

const isSound = ({ time, strength, evidence }: Signal) =>
  [time, strength, ...Object.values(evidence)].every((value) => Number.isFinite(value)) &&
  strength > 0 &&
  strength <= 1;

it('survives 100 000 events in one task, with fields that miss, targets that go and clobbered forms', async () => {
  const { page, human, errors } = await opened(FORM, NONSENSE);
  await page.evaluate('nonsense(20000)');
  await page.evaluate(
    `gone.remove(); b.addEventListener('click', ({ currentTarget }) => currentTarget.remove())`,
  );
  await page.evaluate('nonsense(100000)');
  await page.waitForTimeout(3000);
  const signals = await page.evaluate<Signal[]>('signals');
  expect(signals.filter((signal) => !isSound(signal))).toEqual([]);
  expect(await page.evaluate('reports')).toEqual([]);
  expect(errors).toEqual([]);
  // It goes on as if nothing had been.
  await page.waitForTimeout(3000);
  await page.evaluate(
    `signals.length = 0; document.body.innerHTML = '<button id=dead>Apply</button>'`,
  );
  await human.pause(1200, 1200);
  await human.click('#dead');
  await page.waitForTimeout(3000);
  expect((await page.evaluate<Signal[]>('signals')).map(({ detector }) => detector)).toContain(
    'deadClick',
  );
});

it('lets go of what was pressed', async () => {
  const { page, human } = await opened('<div id=box></div>');
  await page.evaluate(`
    window.refs = [];
    for (let n = 0; n < 5; n += 1) {
      const button = document.createElement('button');
      button.textContent = 'Apply';
      button.onclick = () => button.remove();
      box.append(button);
      refs.push(new WeakRef(button));
    }`);
  for (let n = 0; n < 5; n += 1) await human.click('#box button');
  await page.waitForTimeout(6500);
  // What was pressed last may be held by the browser itself.
  await page.evaluate(
    `document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))`,
  );
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('HeapProfiler.collectGarbage');
  await page.waitForTimeout(100);
  await cdp.send('HeapProfiler.collectGarbage');
  const kept = await page.evaluate<number>('refs.filter((ref) => ref.deref()).length');
  expect(kept).toBeLessThanOrEqual(1);
});
