import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Recording, Step } from '../../demo/Recording.js';
import { toPercent } from '../../src/inspector/numbers.js';
import type { Assistant, DecisionRecord, Risk } from '../../src/types.js';
import { demoConfig, isStarted, openIn, useChromium } from './harness.js';

const { browser } = useChromium();

const HOUR_MS = 3_600_000;
const { steps } = JSON.parse(readFileSync('demo/recordings/coupon.json', 'utf8')) as Recording;

/** Prompts would censor what this test is about. */
const CONFIG = demoConfig({ limits: { perWeek: 0 } });

interface Played {
  /** At the last moment of the recording that was decided on. */
  readonly risk: Risk;
  /** What the inspector beside it says of the same moment. */
  readonly inspected: string;
  readonly log: readonly DecisionRecord[];
}

interface Handle {
  readonly Beforehand: { readonly assistant: Assistant };
  last: Risk;
}
declare const window: Window & typeof globalThis & Handle;

/** Takes one step of the recorded visitor with the browser's own mouse and keys. */
async function take(page: Page, step: Step, hand: { x: number; y: number }): Promise<void> {
  if ('pauseMs' in step) await page.waitForTimeout(step.pauseMs);
  else if ('pressMs' in step) {
    await page.mouse.down();
    await page.waitForTimeout(step.pressMs);
    await page.mouse.up();
  } else if ('keys' in step) {
    for (const [key, ms] of step.keys) {
      await page.keyboard.press(key);
      await page.waitForTimeout(ms);
    }
  } else if ('to' in step) await move(page, step, hand);
}

async function move(page: Page, { to, at, path }: Extract<Step, { to: string }>, hand: Point) {
  const target = page.locator(`[data-test="${to}"]`);
  await target.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await target.boundingBox())!;
  const [dx, dy] = [x + width * at[0] - hand.x, y + height * at[1] - hand.y];
  const from = { ...hand };
  // Every third sample: their way is the same, and the protocol takes its time for each.
  for (const [, along, across] of [...path.filter((_, i) => i % 3 === 0), [0, 1, 0] as const]) {
    hand.x = from.x + dx * along - dy * across;
    hand.y = from.y + dy * along + dx * across;
    await page.mouse.move(hand.x, hand.y);
  }
}

interface Point {
  x: number;
  y: number;
}

/** The recorded visitor comes once more, `hour` hours after the first time, and ends as they do. */
async function play(
  context: BrowserContext,
  hour: number,
  end?: (page: Page) => Promise<unknown>,
): Promise<Played> {
  const page = await context.newPage();
  await openIn(page, {
    path: '/?fault=coupon&beforehand-inspector',
    json: { 'beforehand.json': CONFIG },
    init: `{ const now = Date.now; Date.now = () => now() + ${hour * HOUR_MS}; sessionStorage.clear(); }`,
  });
  await page.waitForFunction(isStarted);
  await page.evaluate(async () => {
    const { assistant } = window.Beforehand;
    assistant.risk$.subscribe((risk) => (window.last = risk));
    await assistant.ready;
  });
  const hand = { x: 300, y: 300 };
  for (const step of steps) await take(page, step, hand);
  // The last presses are judged, and the moment after them is decided on.
  await page.waitForTimeout(6000);
  const risk = await page.evaluate(() => window.last);
  const inspected = await page.locator('beforehand-inspector .now strong').innerText();
  await end?.(page);
  const log = await page.evaluate(async () => {
    const { decisions } = await window.Beforehand.assistant.exportData();
    return decisions as DecisionRecord[];
  });
  await page.close({ runBeforeUnload: false });
  return { risk, inspected, log };
}

const succeed = async (page: Page) => {
  await page.evaluate(() => window.Beforehand.assistant.task('checkout').success());
  await page.waitForTimeout(300);
};

describe('a recorded stuck visitor', () => {
  /** Twice on each of two devices: on one they leave, on the other all ends well. */
  let left: Played[];
  let done: Played[];

  beforeAll(async () => {
    const playAll = async (end?: (page: Page) => Promise<unknown>) => {
      const context = await browser().newContext({ viewport: { width: 1280, height: 800 } });
      const played: Played[] = [];
      for (const hour of [0, 1]) played.push(await play(context, hour, end));
      await context.close();
      return played;
    };
    [left, done] = await Promise.all([playAll(), playAll(succeed)]);
  }, 300_000);

  it('teaches with each ending what came of it', () => {
    const endings = ({ log }: Played) => log.map(({ kind, label }) => `${kind} ${label}`);
    expect(endings(left[1]!)).toContain('abandoned 1');
    expect(endings(done[1]!)).toContain('success 0');
    expect(endings(done[1]!)).not.toContain('abandoned 1');
  });

  it('is more of a risk after leaving, and less after an end that was well', () => {
    expect(left[1]!.risk.probability).toBeGreaterThan(left[0]!.risk.probability);
    expect(done[1]!.risk.probability).toBeLessThan(done[0]!.risk.probability);
    expect(left[1]!.risk.probability - done[1]!.risk.probability).toBeGreaterThan(0.1);
  });

  it('is shown so by the inspector', () => {
    for (const { inspected, risk } of [...left, ...done])
      expect(inspected).toBe(toPercent(risk.probability));
  });
});
