import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { bundle, useChromium } from './harness.js';
import type { Human } from './human.js';
import {
  itPlays,
  namesOf,
  playStage,
  WATCHER,
  type Case,
  type Played,
  type Stage,
} from './signalCases.js';

/** Errors, forms, fingers and keys: see `rows.test.ts` for what the letters mean. */
const { open } = useChromium();

const one = (
  name: string,
  act: Case['act'],
  expected: readonly string[],
  verdictMs?: number,
): Case => ({
  name,
  act,
  expected,
  ...(verdictMs && { verdictMs }),
});
const click = (id: string) => (human: Human) => human.click(`#${id}`);
const tap = async (page: Page, id: string) => {
  const box = (await page.locator(`#${id}`).boundingBox())!;
  await page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
};
const taps =
  (id: string, times: number) =>
  async (_: Human, page: Page): Promise<void> => {
    for (let i = 0; i < times; i += 1) {
      await tap(page, id);
      await page.waitForTimeout(120);
    }
  };
const keys =
  (id: string, key: string, times: number) =>
  async (human: Human, page: Page): Promise<void> => {
    await page.focus(`#${id}`);
    for (let i = 0; i < times; i += 1) await human.key(key);
  };
const search = async (human: Human, words: string) => {
  await human.doubleClick('#query');
  await human.type(words);
  await human.key('Enter');
};

const STAGES: readonly Stage[] = [
  {
    name: 'errors',
    body: `<button id=throws>Add</button> <button id=both>Add</button> <button id=rejects>Add</button>
      <button id=late>Add</button> <button id=text>Add</button> <button id=dom>Add</button>
      <button id=says>Add</button> <button id=other>Add</button> <button id=answers>Add</button> <p id=out>Out</p>`,
    script: `
      const on = (id, fn) => (document.getElementById(id).onclick = () => { out.append('x'); fn(); });
      throws.onclick = () => { throw new Error('on purpose') };
      on('both', () => { throw new TypeError('on purpose') });
      on('rejects', () => { Promise.reject(new Error('on purpose')) });
      on('late', () => setTimeout(() => { throw new ReferenceError('on purpose') }, 900));
      on('text', () => { throw 'on purpose' });
      on('dom', () => { throw new DOMException('on purpose', 'DataError') });
      on('says', () => console.error('on purpose'));
      on('other', () => setTimeout(() => { throw new Error('on purpose') }, 2300));
      on('answers', () => {});`,
    cases: [
      one('E03, E07, D33: it throws', click('throws'), ['deadClick', 'errorClick']),
      one('E01, D63: it changes something and throws', click('both'), ['errorClick']),
      one('E05: it rejects', click('rejects'), ['errorClick']),
      one('E07: it throws later', click('late'), ['errorClick']),
      one('E05: it throws a text', click('text'), ['errorClick']),
      one('E05: it throws an exception of the DOM', click('dom'), ['errorClick']),
      // Peers patch the console; we patch nothing, and what is logged stops nobody.
      one('E05, E07: the console is told', click('says'), []),
      one('E06: it throws after 2 s', click('other'), []),
      one('E04: no error', click('answers'), []),
      one(
        'E04: an error with no press before it',
        (_, page) => page.evaluate(`void setTimeout(() => { throw new Error('on purpose') }, 100)`),
        [],
      ),
    ],
  },
  {
    name: 'more of errors',
    body: `<p><span id=span>Some text</span> <button id=aborts>Find</button> <button id=out>Out</button></p>
      <form onsubmit="return false"><input id=code required pattern="[A-Z]+"><button id=go>Go on</button></form>
      <form id=mine novalidate onsubmit="return false"><input id=mail><button id=send>Send</button></form>
      <div id=toasts></div>`,
    script: `
      span.onclick = () => { out.append('x'); throw new Error('on purpose') };
      aborts.onclick = () => { out.append('x'); const c = new AbortController(); fetch('/page.js', { signal: c.signal, cache: 'reload' }).catch(() => {}); c.abort() };
      out.onclick = () => { toasts.innerHTML = '<div role=alert class=toast--success>Added</div>' };
      mine.onsubmit = () => { mail.setAttribute('aria-invalid', true); return false };`,
    cases: [
      // New Relic leaves out what is no control; the visitor pressed it and it failed.
      one('E08, E06: text that throws', click('span'), ['errorClick']),
      one('what is called off is no error', click('aborts'), []),
      one('good news in an alert is no error', click('out'), []),
      one(
        'one refused field is weak',
        async (human) => {
          await human.click('#code');
          await human.type('a1');
          await human.click('#go');
        },
        ['errorClick'],
      ),
      one(
        'a second refusal is a struggle',
        async (human) => {
          await human.pause(1500, 1500);
          await human.click('#go');
        },
        ['errorClick', 'formStruggle'],
      ),
      one('a field that the page refuses', click('send'), ['errorClick']),
    ],
  },
  {
    name: 'waiting',
    body: `<form onsubmit="return false"><button type=button id=soon>Pay</button>
      <button type=button id=slow>Pay</button> <button type=button id=never>Pay</button>
      <button type=button id=wakes>Pay</button> <button type=button id=four>Pay</button><output id=out></output></form>`,
    script: `
      const later = (id, ms) => (document.getElementById(id).onclick = () => setTimeout(() => out.append('x'), ms));
      later('soon', 500); later('slow', 1500); later('never', 3001); later('four', 1500);
      wakes.onclick = () => setTimeout(() => dispatchEvent(new FocusEvent('blur')), 50);`,
    cases: [
      one('D53: answered after 500 ms', click('soon'), []),
      one('D53, D58, D19: answered after 1 500 ms', click('slow'), ['slowResponse']),
      // Sentry calls it slow at 3 001 ms; by then we have said that it is dead.
      one('D53, D58, D19: answered after 3 001 ms', click('never'), ['deadClick'], 3300),
      one('D16, D17: the window loses the focus', click('wakes'), []),
      one('D64: four presses, answered late', (human) => human.hammer('#four', 4), [
        'rageClick',
        'slowResponse',
      ]),
      one(
        'D51, D68: two dead presses of two controls',
        async (human) => {
          await human.click('#never');
          await human.click('#wakes');
        },
        ['deadClick'],
        3300,
      ),
    ],
  },
  {
    name: 'a finger',
    options: { context: { hasTouch: true, viewport: { width: 500, height: 700 } } },
    body: `<button id=dead>Apply now</button> <button id=live>Add one of these</button><output id=out></output>
      <button id=down>Menu of things</button> <p id=text style="height:3000px">Text</p>`,
    script: `
      live.onclick = () => (out.value += 'x');
      down.addEventListener('pointerdown', () => (out.value += 'x'));`,
    cases: [
      one('a dead tap', taps('dead', 1), ['deadClick']),
      one('dead taps', taps('dead', 5), ['deadClick', 'rageClick']),
      one('quick taps that count', taps('live', 6), []),
      one('quick taps that are answered as the finger comes down', taps('down', 6), []),
      one(
        'D40: a finger that scrolls from a dead button',
        async (_, page) => {
          const cdp = await page.context().newCDPSession(page);
          const send = (type: string, y?: number) =>
            cdp.send('Input.dispatchTouchEvent', {
              type: type as 'touchStart',
              touchPoints: y === undefined ? [] : [{ x: 40, y }],
            });
          await send('touchStart', 20);
          for (const y of [15, 8, 2]) await send('touchMove', y);
          await send('touchEnd');
        },
        [],
      ),
    ],
  },
  {
    name: 'keys',
    body: `<button id=dead>Apply</button> <button id=live>Add</button><output id=out></output>
      <input type=checkbox id=box> <div role=button tabindex=0 id=div>Apply</div>
      <form onsubmit="return false"><input id=field><button>Send</button></form>`,
    script: `live.onclick = () => (out.value += 'x'); document.querySelector('form').onsubmit = () => { out.value += 'x'; return false }`,
    cases: [
      one('Enter on a dead button', keys('dead', 'Enter', 1), ['deadClick']),
      one('Space on a live button', keys('live', 'Space', 5), []),
      one('Space on a checkbox', keys('box', 'Space', 4), []),
      one('Enter in a field that sends its form', keys('field', 'Enter', 2), []),
    ],
  },
  {
    name: 'forms and searches',
    body: `<form role=search onsubmit="return false"><input type=search id=query></form><output id=found></output>
      <form id=good onsubmit="return false"><input id=name required><input id=town required></form>
      <p id=text>Made in small numbers.</p><div style="height: 2000px"></div>`,
    script: `document.querySelector('[role=search]').addEventListener('submit', () => (found.value = 'nothing found'))`,
    cases: [
      one(
        'fills in a form and mends a slip',
        async (human) => {
          await human.click('#name');
          await human.type('Ada Lovelqce');
          for (let i = 0; i < 3; i += 1) await human.key('Backspace');
          await human.type('ace');
          await human.key('Tab');
          await human.type('London');
          await human.key('Enter');
        },
        [],
      ),
      one(
        'searches three times without a result',
        async (human) => {
          for (const words of ['lamp', 'light', 'bulb']) await search(human, words);
        },
        ['repeatedSearch'],
      ),
      one('reads', (human) => human.read(3000), []),
    ],
  },
  {
    name: 'G21: a visitor who presses everything twice',
    body: '<button id=a>Go</button><button id=b>On</button><output id=out></output>',
    script: `for (const each of document.querySelectorAll('button')) each.onclick = () => (out.value += 'x')`,
    cases: [
      one(
        'G21: twice and thrice',
        async (human) => {
          for (const id of ['#a', '#b', '#a', '#b']) await human.hammer(id, 3);
        },
        [],
      ),
    ],
  },
  {
    name: 'a field that is left by a dead press',
    body: '<input id=f value=x><button id=dead>Save</button>',
    cases: [
      one(
        'its change is no answer',
        async (human) => {
          await human.click('#f');
          await human.type('abc');
          await human.pause(700, 700);
          await human.click('#dead');
        },
        ['deadClick'],
      ),
    ],
  },
];

itPlays(open, STAGES);

it('goes on after document.open()', async () => {
  const played = await playStage(open, {
    name: '',
    body: '<p id=old>Old</p>',
    cases: [
      one(
        '',
        async (human, page) => {
          await page.evaluate(
            `document.open(); document.write('<button id=dead>Apply</button>'); document.close()`,
          );
          await human.pause(300, 300);
          await human.click('#dead');
        },
        [],
      ),
    ],
  });
  const [{ signals, reports }] = [...played.values()] as [Played];
  expect([namesOf(signals), reports]).toEqual([['deadClick'], []]);
});

it('judges presses in a frame that it is given', async () => {
  const code = WATCHER.replace('document,', 'document: frame.contentDocument,').replace(
    'defaultClock(window)',
    'defaultClock(frame.contentWindow)',
  );
  const { page, human } = await open({
    html: `<!doctype html><body><iframe id=frame srcdoc="<button id=dead style='width:200px;height:90px'>Apply</button>"></iframe></body>`,
    scripts: { 'watcher.js': await bundle(code) },
  });
  await page.addScriptTag({ url: '/watcher.js' });
  // Other pages of the same browser are open still.
  await page.bringToFront();
  // The first press gives the frame the focus, which excuses what follows closely.
  await human.click('#frame');
  await human.pause(2000, 2000);
  await human.hammer('#frame', 4);
  await page.waitForTimeout(3200);
  expect(namesOf(await page.evaluate('signals')).sort()).toEqual(['deadClick', 'rageClick']);
  expect(await page.evaluate('reports')).toEqual([]);
});
