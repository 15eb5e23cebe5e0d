import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { Assistant, Signal } from '../../src/types.js';
import { demoConfig, isStarted, useChromium } from './harness.js';

const { open } = useChromium();
const run = promisify(execFile);
const rrweb = readFileSync('node_modules/rrweb/dist/rrweb.umd.min.cjs', 'utf8');

/**
 * Starts the recorder before anything of the page runs, as replay tools do; not in frames, of which
 * the recorder makes one for itself.
 */
const RECORD = `if (window === top) {
  ${rrweb};
  window.recorded = [];
  rrweb.record({ emit: (event) => recorded.push(event), maskAllInputs: true });
}`;

/** A tick of a decision comes 5 s after the one before at the latest; a signal's much sooner. */
const TICK_MS = 1000;

/** What the live page and the replay are compared by. */
interface Seen {
  readonly detector: string;
  readonly target: string;
  readonly at: number;
}

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beforehand-replay-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function shop(path: string) {
  const opened = await open({
    path,
    init: RECORD,
    json: { 'beforehand.json': demoConfig() },
  });
  await opened.page.waitForFunction(isStarted);
  await opened.page.evaluate(async () => {
    const { assistant } = (window as unknown as { Beforehand: { assistant: Assistant } })
      .Beforehand;
    const signals: Signal[] = [];
    Object.assign(window, { signals });
    assistant.signals$.subscribe((signal) => signals.push(signal));
    await assistant.ready;
  });
  return opened;
}

/** Ends the visit: what was recorded, and the signals that the live page raised. */
async function harvest(page: Page) {
  return page.evaluate(() => {
    const { recorded, signals } = window as unknown as {
      recorded: { timestamp: number }[];
      signals: Signal[];
    };
    const start = recorded[0]!.timestamp;
    return {
      recorded,
      live: signals.map(({ detector, target, time }) => ({
        ...{ detector, target },
        at: performance.timeOrigin + time - start,
      })),
    };
  });
}

/** Runs the recording through the built command line, with the shop's own configuration. */
async function replay(recorded: unknown) {
  const [file, config] = [join(folder, 'visit.json'), join(folder, 'config.json')];
  writeFileSync(file, JSON.stringify(recorded));
  writeFileSync(config, JSON.stringify(demoConfig()));
  const { stdout } = await run('node', [
    'dist/cli.js',
    'replay',
    file,
    '--config',
    config,
    '--json',
  ]);
  const { signals, shown } = JSON.parse(stdout) as {
    signals: Signal[];
    shown: { offer: string }[];
  };
  const seen: Seen[] = signals.map(({ detector, target, time }) => ({
    detector,
    target,
    at: time,
  }));
  return { signals: seen, shown };
}

/** The same signals, each within a tick of the live one. */
function expectSame(replayed: readonly Seen[], live: readonly Seen[]) {
  const names = (all: readonly Seen[]) =>
    all.map(({ detector, target }) => `${detector} ${target}`).sort();
  expect(names(replayed)).toEqual(names(live));
  for (const signal of live) {
    const twins = replayed.filter(
      ({ detector, target }) => detector === signal.detector && target === signal.target,
    );
    const distances = twins.map(({ at }) => Math.abs(at - signal.at));
    expect(Math.min(...distances)).toBeLessThan(TICK_MS);
  }
}

describe('a recording of the shop', () => {
  it('replays to the signals of a dead coupon button', async () => {
    const { page, human } = await shop('/product/moth-lamp?fault=coupon');
    await human.click('[data-test=add-to-cart]');
    await page.waitForTimeout(500);
    await human.click('[data-test=nav-cart]');
    await page.locator('[data-test=apply-coupon]').waitFor();
    await human.hammer('[data-test=apply-coupon]', 5);
    await human.read(4500);
    const { recorded, live } = await harvest(page);
    const { signals, shown } = await replay(recorded);
    expect(live.map(({ detector }) => detector)).toEqual(
      expect.arrayContaining(['rageClick', 'deadClick']),
    );
    expectSame(signals, live);
    expect(shown.map(({ offer }) => offer)).toEqual(['coupon-codes']);
  });

  it('replays to the signals of a field that is refused', async () => {
    const { page, human } = await shop('/product/moth-lamp?fault=postcode');
    await human.click('[data-test=add-to-cart]');
    await page.waitForTimeout(500);
    await human.click('[data-test=nav-cart]');
    await human.click('[data-test=checkout]');
    await page.locator('[data-test=postcode]').waitFor();
    await human.click('[data-test=postcode]');
    await human.type('bs1 4dj');
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await human.click('[data-test=continue]');
      await human.pause(1200, 1500);
    }
    await human.read(2500);
    const { recorded, live } = await harvest(page);
    const { signals } = await replay(recorded);
    expect(live.length).toBeGreaterThan(0);
    expectSame(signals, live);
  });

  it('replays a calm visitor to no signal at all', async () => {
    const { page, human } = await shop('/product/moth-lamp');
    await human.read(2500);
    await human.doubleClick('h1');
    await human.click('[data-test=add-to-cart]');
    await page.waitForTimeout(800);
    await human.click('[data-test=nav-cart]');
    await page.locator('[data-test=quantity-plus]').waitFor();
    await human.hammer('[data-test=quantity-plus]', 6);
    await human.read(4000);
    const { recorded, live } = await harvest(page);
    const { signals, shown } = await replay(recorded);
    expect(live).toEqual([]);
    expect(signals).toEqual([]);
    expect(shown).toEqual([]);
  });
});
