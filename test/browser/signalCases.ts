import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Signal } from '../../src/types.js';
import { bundle, type Opened, type OpenOptions } from './harness.js';
import type { Human } from './human.js';

/** Starts all detectors on a page, without the rest of the SDK. */
export const WATCHER = `
  import { merge } from 'rxjs';
  import { createPage, defaultClock } from './src/browser/index.ts';
  import { defaultDetectors } from './src/detectors/index.ts';
  window.signals = [];
  window.reports = [];
  const { streams } = createPage({
    document,
    clock: defaultClock(window),
    random: () => 0.5,
    report: ({ message, cause }) => reports.push(message + (cause?.stack ?? '')),
    selectors: [],
  });
  merge(...defaultDetectors().map((each) => each.detect(streams))).subscribe((each) => signals.push(each));
`;

/** Nothing more is found about a press after this, also on a busy machine. */
const VERDICT_MS = 2800;

/** Cases on one load of a page: more would take longer than the loads. */
const MAX_CASES = 10;

/** Pages that are open at a time. */
const MAX_PAGES = 8;

/** A page on which something was not as expected is played this often. */
const MAX_PLAYS = 3;

/** Somebody does something on a page. */
export interface Case {
  /** Id of the scenario and what is done. */
  readonly name: string;
  readonly act: (human: Human, page: Page) => Promise<unknown>;
  /** Names of the detectors that signal, each once. */
  readonly expected: readonly string[];
  /** How long to wait for what is found. */
  readonly verdictMs?: number;
}

/** A page on which several things are done, one after the other. */
export interface Stage {
  readonly name: string;
  readonly body: string;
  /** What the page's own script does; ids are variables there. */
  readonly script?: string;
  readonly options?: OpenOptions;
  /** Time for the page to be known before the first case. */
  readonly restMs?: number;
  readonly cases: readonly Case[];
}

export interface Played {
  readonly signals: readonly Signal[];
  /** What the SDK reported. */
  readonly reports: readonly string[];
  /** What the page itself threw, save what it throws on purpose. */
  readonly errors: readonly string[];
}

/** Plays all cases of a stage on one load of its page. */
export async function playStage(
  open: (options: OpenOptions) => Promise<Opened>,
  { body, script = '', options, restMs = 0, cases }: Stage,
): Promise<ReadonlyMap<Case, Played>> {
  const { page, human, errors } = await open({
    html: `<!doctype html><html lang=en><head><title>t</title></head><body>${body}<script src="/page.js"></script><script src="/watcher.js"></script></body></html>`,
    ...options,
    scripts: { 'page.js': script, 'watcher.js': await bundle(WATCHER), ...options?.scripts },
  });
  const played = new Map<Case, Played>();
  await page.waitForTimeout(restMs);
  for (const each of cases) {
    const seen = await counts(page);
    const nErrors = errors.length;
    await each.act(human, page);
    await page.waitForTimeout(each.verdictMs ?? VERDICT_MS);
    played.set(each, {
      signals: await page.evaluate(`signals.slice(${seen.signals})`),
      reports: await page.evaluate(`reports.slice(${seen.reports})`),
      errors: errors.slice(nErrors).filter((error) => !/on purpose|^Failed to load/.test(error)),
    });
  }
  await page.close();
  return played;
}

/** A case, with the detectors that are to signal. */
export const one = (
  name: string,
  act: (human: Human) => Promise<void>,
  ...expected: string[]
): Case => ({ name, act, expected });
export const click = (selector: string) => (human: Human) => human.click(selector);

/** Names of the detectors that signalled, each once, in order. */
export function namesOf(signals: readonly Signal[]): string[] {
  return [...new Set(signals.map(({ detector }) => detector))];
}

/** Plays the stages side by side, and tells of each case. Call it once, at the top level. */
export function itPlays(
  open: (options: OpenOptions) => Promise<Opened>,
  stages: readonly Stage[],
): void {
  const played = new Map<Case, Played>();
  beforeAll(async () => {
    const parts = stages.flatMap((stage) => partsOf(stage));
    const playRest = async (): Promise<void> => {
      for (let part = parts.shift(); part; part = parts.shift()) {
        await playUntilSure(open, part, played);
      }
    };
    await Promise.all(Array.from({ length: MAX_PAGES }, playRest));
  }, 300_000);

  describe.each(stages.map((stage) => [stage.name, stage] as const))('%s', (_, { cases }) => {
    it.each(cases.map((each) => [each.name, each] as const))('%s', (__, each) => {
      const { signals, reports, errors } = played.get(each)!;
      expect({ reports, errors }).toEqual({ reports: [], errors: [] });
      expect(namesOf(signals).sort()).toEqual([...each.expected].sort());
    });
  });
}

/** Human-like input on a busy machine can come late; a fault comes every time. */
async function playUntilSure(
  open: (options: OpenOptions) => Promise<Opened>,
  stage: Stage,
  played: Map<Case, Played>,
): Promise<void> {
  for (let nPlays = 1; nPlays <= MAX_PLAYS; nPlays++) {
    const isLast = nPlays === MAX_PLAYS;
    const heard = await playStage(open, stage).catch((error: unknown) => {
      if (isLast) throw error;
    });
    for (const [each, what] of heard ?? []) {
      if (!isAsExpected(each, played.get(each))) played.set(each, what);
    }
    if (stage.cases.every((each) => isAsExpected(each, played.get(each)))) return;
  }
}

function isAsExpected({ expected }: Case, heard: Played | undefined): boolean {
  if (heard === undefined || heard.reports.length + heard.errors.length > 0) return false;
  return namesOf(heard.signals).sort().join() === [...expected].sort().join();
}

function partsOf(stage: Stage): readonly Stage[] {
  const nParts = Math.ceil(stage.cases.length / MAX_CASES);
  return Array.from({ length: nParts }, (_, i) => ({
    ...stage,
    cases: stage.cases.slice(i * MAX_CASES, (i + 1) * MAX_CASES),
  }));
}

function counts(page: Page): Promise<{ signals: number; reports: number }> {
  return page.evaluate('({ signals: signals.length, reports: reports.length })');
}
