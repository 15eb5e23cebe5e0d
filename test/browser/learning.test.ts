import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { trainPrior } from '../../src/evaluation/index.js';
import type { Assistant, DecisionRecord, ModelState, Risk } from '../../src/types.js';
import { isStarted, openIn, useChromium } from './harness.js';

const { browser, open } = useChromium();

declare global {
  interface Window {
    heard: { risks: Risk[] };
  }
}

/** A page with one task, on which nothing is ever wrong. */
const HTML = `<!doctype html><html lang="en"><title>Booking</title>
  <script async src="/dist/beforehand.global.js" data-config="/booking.json" data-worker=""></script>
  <main>
    <h1>Book a room</h1>
    <button type="button" id="info" aria-expanded="false" aria-controls="panel">More about prices</button>
    <p id="panel">From 80 a night.</p>
    <button type="button" id="book">Book</button>
  </main>
  <script>
    info.onclick = () => {
      panel.hidden = !panel.hidden;
      info.setAttribute('aria-expanded', String(!panel.hidden));
    };
    book.onclick = () => (book.textContent += '.');
  </script>`;

const CONFIG = {
  tasks: [{ id: 'booking', name: 'Book a room', start: '/test-page', success: '/never' }],
  // Prompts would censor what this test is about.
  limits: { perWeek: 0 },
};

const HOUR_MS = 3_600_000;

/** One visit, as many hours after the first as there were visits before: long gone is given up. */
async function visit(context: BrowserContext, hour: number, act: (page: Page) => Promise<void>) {
  const page = await context.newPage();
  await openIn(page, {
    html: HTML,
    json: { 'booking.json': CONFIG },
    init: `{ const now = Date.now; Date.now = () => now() + ${hour * HOUR_MS}; }`,
    seed: hour + 1,
  });
  await page.waitForFunction(isStarted);
  await page.evaluate(async () => {
    const { assistant } = (window as unknown as { Beforehand: { assistant: Assistant } })
      .Beforehand;
    window.heard = { risks: [] };
    assistant.risk$.subscribe((risk) => window.heard.risks.push(risk));
    await assistant.ready;
  });
  await act(page);
  const heard = await page.evaluate(async () => {
    const { assistant } = (window as unknown as { Beforehand: { assistant: Assistant } })
      .Beforehand;
    const { decisions } = await assistant.exportData();
    return { ...window.heard, log: decisions as DecisionRecord[] };
  });
  await page.close({ runBeforeUnload: false });
  return heard;
}

const nextRisk = (page: Page) => page.waitForFunction(() => window.heard.risks.length > 0);

/** Looks at the prices three times, and leaves: harmless to look at, but it always ends in leaving. */
async function lookAndLeave(page: Page) {
  for (let i = 0; i < 3; i += 1) {
    await page.click('#info');
    await page.waitForTimeout(120);
  }
  await nextRisk(page);
}

/** Presses Book, and books. */
async function book(page: Page) {
  await page.click('#book');
  await nextRisk(page);
  await page.evaluate(() => {
    const { assistant } = (window as unknown as { Beforehand: { assistant: Assistant } })
      .Beforehand;
    assistant.task('booking').success();
  });
  await page.waitForTimeout(100);
}

describe('learning over visits', () => {
  let first: Risk;
  let last: Risk;
  let booking: Risk;
  let taught: DecisionRecord[];

  beforeAll(async () => {
    const context = await browser().newContext();
    const leaving = await visit(context, 0, lookAndLeave);
    first = leaving.risks[0]!;
    taught = (await visit(context, 1, book)).log;
    for (let hour = 2; hour < 22; hour += 2) {
      await visit(context, hour, lookAndLeave);
      await visit(context, hour + 1, book);
    }
    booking = (await visit(context, 22, book)).risks[0]!;
    last = (await visit(context, 23, lookAndLeave)).risks[0]!;
    await context.close();
  }, 240_000);

  it('learns in the next visit what became of one that ended by closing the tab', () => {
    expect(taught).toContainEqual(
      expect.objectContaining({ kind: 'abandoned', label: 1, censored: false }),
    );
  });

  it('raises the risk of the pattern that always ends in leaving, over reloads', () => {
    expect(last.probability).toBeGreaterThan(first.probability + 0.2);
    expect(last.probability).toBeGreaterThan(booking.probability + 0.2);
  });

  it('moves weight off the rules, which cannot tell the two apart', () => {
    expect(last.models.rules!.weight).toBeLessThan(first.models.rules!.weight / 2);
  });
});

describe('a prior', () => {
  /** Knows nothing but that half of all sessions ended badly. */
  const unlearned = trainPrior([]);
  const prior = { ...unlearned, weights: { ...unlearned.weights, base: [200, 100] } };
  const defaultPrior = JSON.parse(readFileSync('prior/default.json', 'utf8')) as ModelState;

  it.each([
    // More than a badge takes on a site of which nothing is known.
    ['half of whose sessions ended badly', prior, 0.25],
    ['that comes with the package', defaultPrior, 0.08],
  ])('%s: offers help to who is stuck, not to who is calm', async (_, given, least) => {
    const { page, human } = await open({
      html: HTML.replace("book.onclick = () => (book.textContent += '.');", ''),
      json: {
        'booking.json': {
          ...CONFIG,
          holdout: 0,
          limits: { minSessionMs: 0 },
          articles: [{ id: 'a', title: 'How to book', url: '/a', text: 'Like this.' }],
          learning: { prior: given },
        },
      },
    });
    await page.waitForFunction(isStarted);
    await page.evaluate('Beforehand.assistant.ready');
    await page.evaluate(
      'Beforehand.assistant.risk$.subscribe((r) => (window.risk = r.probability))',
    );
    for (let i = 0; i < 5; i += 1) {
      await human.click('#info');
      await page.waitForTimeout(1500);
    }
    expect(await page.evaluate('window.risk')).toBeGreaterThan(least);
    expect(await page.locator('beforehand-prompt').count()).toBe(0);
    await human.hammer('#book', 6);
    await page.locator('beforehand-prompt').waitFor({ state: 'attached', timeout: 20_000 });
  });
});
