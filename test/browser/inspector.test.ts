import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { STRICT_POLICY } from '../../scripts/demoServer.js';
import type { fakeAssistant } from '../fixtures/fakeAssistant.js';
import type { makeDecision, makeGate } from '../fixtures/makeDecision.js';
import type { makeRisk } from '../fixtures/makeRisk.js';
import type { makeSignal } from '../fixtures/makeSignal.js';
import { bundle, useChromium, type OpenOptions } from './harness.js';

const { open } = useChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const HTML = `<!doctype html>
  <html lang="en">
    <head>
      <meta name="viewport" content="width=device-width" />
      <title>Shop</title>
      <meta name="color-scheme" content="light dark" />
    </head>
    <body>
      <main><h1>Shop</h1><label>Name <input id="name" /></label></main>
      <script src="/page.js"></script>
    </body>
  </html>`;

/** The page's own reach for everything: what is hidden, huge or see-through must not be ours. */
const HOSTILE_CSS = `* { font-size: 37px !important; line-height: 3 !important }
  html > * { opacity: 0.2 !important; transform: scale(0.5) !important }
  beforehand-inspector { display: none !important }`;

const PAGE = `
  import { mountInspector } from './src/inspector/index.ts';
  import { fakeAssistant } from './test/fixtures/fakeAssistant.ts';
  import { makeDecision, makeGate } from './test/fixtures/makeDecision.ts';
  import { makeRisk } from './test/fixtures/makeRisk.ts';
  import { makeSignal } from './test/fixtures/makeSignal.ts';
  const violations = [];
  const heard = [];
  const reported = [];
  document.addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective));
  for (const type of ['keydown', 'keyup', 'keypress', 'pointerdown', 'mousedown', 'click', 'focusin', 'input']) {
    document.addEventListener(type, () => heard.push(type));
  }
  let stop = () => {};
  const mount = (given = {}, options = {}) => {
    const fake = fakeAssistant(given);
    Object.assign(window, { fake });
    stop = mountInspector(fake.assistant, {
      document, report: ({ code }) => reported.push(code), ...options,
    });
  };
  Object.assign(window, {
    violations, heard, reported, mount, unmount: () => stop(),
    makeDecision, makeGate, makeRisk, makeSignal,
  });
`;

interface PageWindow {
  violations: string[];
  heard: string[];
  reported: string[];
  mount(given?: object, options?: object): void;
  unmount(): void;
  fake: ReturnType<typeof fakeAssistant>;
  makeDecision: typeof makeDecision;
  makeGate: typeof makeGate;
  makeRisk: typeof makeRisk;
  makeSignal: typeof makeSignal;
}
declare const window: PageWindow & typeof globalThis;

async function openPage(options: Partial<OpenOptions> = {}) {
  const opened = await open({
    html: HTML,
    scripts: { 'page.js': await bundle(PAGE) },
    policy: STRICT_POLICY,
    ...options,
  });
  return { ...opened, ...parts(opened.page) };
}

function parts(page: Page) {
  const inspector = page.locator('beforehand-inspector');
  const section = (title: string) =>
    inspector
      .locator('details.section')
      .filter({ has: page.getByRole('heading', { name: title }) });
  const button = (name: string) => inspector.getByRole('button', { name, exact: true });
  return { inspector, section, button };
}

/** Opens the page with the overlay on it and something in each of its parts. */
async function openFilled(options: Partial<OpenOptions> = {}) {
  const opened = await openPage(options);
  await opened.page.evaluate(() => {
    window.mount();
    const { fake, makeSignal, makeDecision, makeGate, makeRisk } = window;
    const risk = makeRisk({
      time: performance.now(),
      probability: 0.62,
      models: { ftrl: { probability: 0.7, weight: 0.2 }, rules: { probability: 0.4, weight: 0.8 } },
      top: [
        { feature: 'rageClick30', contribution: 1.42 },
        { feature: 'stepShare', contribution: -0.38 },
      ],
      task: { id: 'checkout', probability: 0.84 },
    });
    const gates = [
      makeGate('visible', true, 'page visible'),
      makeGate('cooldown', false, '40 s of cool-down left'),
      makeGate('risk', true, 'probability 0.620, at least 0.250'),
    ];
    fake.signal(makeSignal({ detector: 'deadClick', time: performance.now() }));
    fake.signal(makeSignal({ detector: 'rageClick', time: performance.now() }));
    fake.risk(risk);
    fake.decision(makeDecision({ time: performance.now(), risk, gates }));
    fake.outcome({ decisionTime: 1, kind: 'abandoned', label: 1, censored: false });
  });
  await opened.inspector.getByText('62%', { exact: true }).waitFor();
  return opened;
}

const texts = (locator: Locator) => locator.allInnerTexts();

async function findDefects(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      }
    ).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

describe.concurrent('the inspector shows', () => {
  it('the risk, in a number, a word and a described plot', async () => {
    const { inspector } = await openFilled();
    const risk = inspector.locator('.risk');
    expect(await risk.locator('.number').innerText()).toBe('62%');
    expect(await risk.locator('.chip').innerText()).toBe('high');
    expect(await risk.locator('p').innerText()).toContain('task checkout 84%');
    const plot = inspector.getByRole('img');
    expect(await plot.getAttribute('aria-label')).toMatch(
      /62% now.*badge threshold 25%, card threshold 40%, signals 2, prompts shown 0/,
    );
    expect(await plot.locator('path.line').getAttribute('d')).toMatch(
      // A busy machine draws it a moment later.
      /^M(300|29\d(\.\d)?) 38H300$/,
    );
  });

  it('signals, newest first, with their numbers', async () => {
    const { section } = await openFilled();
    const rows = section('Signals').locator('li');
    expect(await texts(rows.locator('b'))).toEqual(['rageClick', 'deadClick']);
    const row = await rows.first().innerText();
    for (const text of ['main>form>button:2', '0.90', 'presses 5 · spanMs 812']) {
      expect(row).toContain(text);
    }
    // A slow machine takes its time to open it.
    expect(row).toMatch(/\b(now|\d+ s ago)\b/);
  });

  it('experts by weight, and what moved the risk', async () => {
    const { section } = await openFilled();
    const rows = await texts(section('Experts').locator('tbody tr'));
    expect(rows.map((row) => row.split(/\s+/).filter(Boolean))).toEqual([
      ['rules', '80%', '40%'],
      ['ftrl', '20%', '70%'],
      ['rageClick30', '+1.42'],
      ['stepShare', '−0.38'],
    ]);
  });

  it('why nothing was shown, with the gates that failed first', async () => {
    const { section } = await openFilled();
    const decision = section('Decisions').locator('.decision');
    expect(await decision.innerText()).toContain('cooldown: 40 s of cool-down left');
    await decision.locator('summary').click();
    expect(await texts(decision.locator('h4'))).toEqual([
      expect.stringMatching(/^Why it was not shown\s+1 of 3 gates failed$/),
    ]);
    expect(await decision.locator('.gates b').allTextContents()).toEqual([
      'failed: cooldown',
      'passed: visible',
      'passed: risk',
    ]);
    expect(await decision.locator('.facts').innerText()).toMatch(
      /arm\s+treated\s+propensity\s+1.000/,
    );
  });

  it('what was learned, and how good it is', async () => {
    const { section } = await openFilled();
    const learned = section('Learned');
    expect(await learned.locator('li').innerText()).toContain('learned 1: gave up or asked');
    expect(await learned.locator('.facts').innerText()).toContain(
      '0.231 in use, 0.312 rules alone',
    );
  });

  it('decisions that were taken before it was opened', async () => {
    const { page, inspector } = await openPage();
    await page.evaluate(() => {
      const past = window.makeDecision({ shown: true, action: 'card' });
      window.mount({ explain: () => [past] });
    });
    await inspector.getByText('card shown').waitFor();
    expect(await inspector.locator('.number').innerText()).toBe('50%');
  });

  it('that there is nothing yet', async () => {
    const { page, inspector } = await openPage();
    await page.evaluate(() => window.mount());
    await inspector.getByText('No signals yet.').waitFor();
    expect(await inspector.locator('.number').innerText()).toBe('–');
  });

  it('the last few only, and keeps open what was opened', async () => {
    const { page, section } = await openFilled();
    await section('Decisions').locator('.decision summary').click();
    await page.evaluate(() => {
      const { fake, makeDecision, makeSignal } = window;
      for (let i = 0; i < 19; i += 1) fake.decision(makeDecision({ time: performance.now() }));
      for (let i = 0; i < 100; i += 1) fake.signal(makeSignal({ time: performance.now() }));
    });
    await section('Decisions').locator('li').nth(19).waitFor();
    const decisions = section('Decisions').locator('.decision');
    expect(await decisions.count()).toBe(20);
    expect(await decisions.nth(19).locator('.gates').isVisible()).toBe(true);
    expect(await section('Signals').locator('li').count()).toBe(30);
  });
});

describe.concurrent('the inspector erases', () => {
  const calls = (page: Page) => page.evaluate(() => window.fake.calls);

  it('only when asked twice, and says that it is done', async () => {
    const { page, button, inspector, section } = await openFilled();
    await button('Erase everything').click();
    expect(await calls(page)).toEqual([]);
    await button('Erase').click();
    await inspector.getByRole('status').getByText('Erased.').waitFor();
    expect(await calls(page)).toEqual(['eraseData']);
    await section('Signals').getByText('No signals yet.').waitFor();
    expect(await section('Decisions').locator('li').count()).toBe(0);
    await section('Learned').getByText('0, and 41 without a label', { exact: true }).waitFor();
  });

  it('nothing when the second thought is another', async () => {
    const { page, button } = await openFilled();
    await button('Erase everything').focus();
    await page.keyboard.press('Enter');
    // The harmless answer has the focus.
    await page.keyboard.press('Enter');
    expect(await button('Erase everything').isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    expect(await calls(page)).toEqual([]);
  });

  it('and says so when it could not', async () => {
    const { page, button, inspector } = await openPage();
    await page.evaluate(() => window.mount({ eraseData: () => Promise.reject(new Error('no')) }));
    await button('Erase everything').click();
    await button('Erase').click();
    await inspector.getByRole('status').getByText('It could not be erased.').waitFor();
    expect(await page.evaluate(() => window.reported)).toEqual(['internal']);
    expect(await button('Erase everything').isVisible()).toBe(true);
  });
});

describe.concurrent('the inspector', () => {
  it('gives everything that is kept as text to copy', async () => {
    const { page, button, inspector } = await openFilled();
    await button('Export').click();
    const json = inspector.getByRole('textbox');
    await json.waitFor();
    expect(JSON.parse(await json.inputValue())).toEqual({
      version: 1,
      model: { weights: [0.25, -1.5] },
      visitor: { id: 7 },
    });
    await page.keyboard.type('x');
    expect(await json.inputValue()).not.toContain('x');
    await page.keyboard.press('Escape');
    expect(await json.isVisible()).toBe(false);
  });

  it('asks for help when told to', async () => {
    const { page, button } = await openFilled();
    await button('Offer help now').click();
    expect(await page.evaluate(() => window.fake.calls)).toEqual(['offerHelp']);
  });

  it('draws nothing while collapsed, and all of it when opened again', async () => {
    const { page, button, inspector } = await openFilled();
    await button('Collapse').click();
    expect(await inspector.getByRole('region').isVisible()).toBe(false);
    await page.evaluate(() => {
      const root = document.querySelector('beforehand-inspector')!.shadowRoot!;
      const seen: MutationRecord[] = [];
      new MutationObserver((records) => void seen.push(...records)).observe(root, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      Object.assign(window, { seen });
      for (let i = 0; i < 50; i += 1) window.fake.risk(window.makeRisk({ probability: 0.99 }));
    });
    // Longer than the slowest timer that draws.
    await page.waitForTimeout(1300);
    expect(await page.evaluate('seen.length')).toBe(0);
    await page.keyboard.press('Enter');
    await inspector.getByText('99%', { exact: true }).waitFor();
  });

  it('moves to the other side', async () => {
    const { inspector, button } = await openFilled();
    const panel = inspector.getByRole('region');
    expect(await panel.boundingBox()).toEqual({ x: 920, y: 0, width: 360, height: 800 });
    await button('Move to the left').click();
    expect(await panel.boundingBox()).toEqual({ x: 0, y: 0, width: 360, height: 800 });
    expect(await button('Move to the right').isVisible()).toBe(true);
  });

  it('takes no focus, and keeps its keys and presses to itself', async () => {
    const { page, human, button, inspector } = await openPage();
    await page.focus('#name');
    await page.evaluate(() => {
      window.mount();
      window.fake.signal(window.makeSignal({ time: performance.now() }));
    });
    await inspector.locator('li b').waitFor();
    await human.type('Ada');
    expect(await page.inputValue('#name')).toBe('Ada');

    await page.evaluate(() => (window.heard.length = 0));
    await button('Export').click();
    await inspector.getByRole('textbox').waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => window.heard)).toEqual([]);
  });

  it('stands on a page that styles everything, under a strict policy, without a word', async () => {
    const { page, inspector, button, errors, warnings } = await openFilled();
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [sheet];
    }, HOSTILE_CSS);
    expect(await page.locator('h1').evaluate((h1) => getComputedStyle(h1).fontSize)).toBe('37px');
    await button('Erase everything').click();
    expect(await inspector.getByRole('region').boundingBox()).toMatchObject({ width: 360 });
    expect(await inspector.evaluate((host) => getComputedStyle(host).opacity)).toBe('1');
    const size = await inspector
      .locator('li b')
      .first()
      .evaluate((b) => getComputedStyle(b).fontSize);
    expect(size).toBe('12px');
    expect(await page.evaluate(() => [window.violations, window.reported])).toEqual([[], []]);
    expect([...errors, ...warnings]).toEqual([]);
  });

  it('becomes a sheet at the foot of a narrow page', async () => {
    const viewport = { width: 320, height: 640 };
    const { inspector, page } = await openFilled({ context: { viewport } });
    const box = await inspector.getByRole('region').boundingBox();
    expect(box).toEqual({ x: 0, y: 352, width: 320, height: 288 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('leaves nothing behind', async () => {
    const { page, button, inspector } = await openPage({ init: COUNT_WHAT_STAYS });
    const before = await page.evaluate('stays()');
    await page.evaluate(() => {
      window.mount();
      window.fake.signal(window.makeSignal({ time: performance.now() }));
    });
    await inspector.locator('li b').waitFor();
    await button('Erase everything').click();
    expect(await page.evaluate('stays()')).not.toEqual(before);
    await page.evaluate(() => {
      window.unmount();
      window.unmount();
    });
    expect(await page.evaluate('stays()')).toEqual(before);
    expect(await page.evaluate(() => window.fake.nListeners())).toBe(0);
  });
});

/** Counts elements, timers that are due, and listeners on what is the page's own. */
const COUNT_WHAT_STAYS = `
  const timers = new Set();
  let listeners = 0;
  const { setTimeout: later, clearTimeout: cancel } = window;
  window.setTimeout = (fn, ms) => {
    const timer = later(() => { timers.delete(timer); fn(); }, ms);
    timers.add(timer);
    return timer;
  };
  window.clearTimeout = (timer) => { timers.delete(timer); cancel(timer); };
  window.setInterval = window.requestAnimationFrame = () => { throw new Error('not used'); };
  const isPages = (target) => [window, document, document.documentElement, document.body].includes(target);
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (...args) {
    if (isPages(this ?? window)) listeners += 1;
    return add.apply(this ?? window, args);
  };
  EventTarget.prototype.removeEventListener = function (...args) {
    if (isPages(this ?? window)) listeners -= 1;
    return remove.apply(this ?? window, args);
  };
  window.stays = () => ({
    timers: timers.size, listeners, elements: document.querySelectorAll('html, html *').length,
  });
`;

describe.concurrent.each([
  ['light', 'rgb(255, 255, 255)'],
  ['dark', 'rgb(21, 22, 26)'],
] as const)('in %s colours', (colorScheme, background) => {
  it('has no accessibility defect that axe knows, whatever is open', async () => {
    const { page, button, section, inspector } = await openFilled({ context: { colorScheme } });
    const panel = inspector.getByRole('region');
    expect(await panel.evaluate((node) => getComputedStyle(node).backgroundColor)).toBe(background);
    await section('Decisions').locator('.decision summary').click();
    expect(await findDefects(page)).toEqual([]);
    await button('Erase everything').click();
    expect(await findDefects(page)).toEqual([]);
    await button('Keep it').click();
    await button('Export').click();
    await button('Copy').waitFor();
    expect(await findDefects(page)).toEqual([]);
    await button('Close').click();
    await button('Collapse').click();
    expect(await findDefects(page)).toEqual([]);
  });
});
