import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';
import { Human } from './human.js';

export interface OpenOptions {
  /** A page of the test's own; without it, `path` of the demo server is opened. */
  html?: string;
  path?: string;
  /** Scripts served to that page beside it, `/name.js`: see {@link bundle}. */
  scripts?: Record<string, string>;
  /** JSON files served instead of the demo's own, `/name.json`: see {@link demoConfig}. */
  json?: Record<string, unknown>;
  /** `content-security-policy` of the page. */
  policy?: string;
  /** Runs before any script of the page. */
  init?: string;
  context?: BrowserContextOptions;
  /** For routes of the test's own. */
  beforeOpening?: (page: Page) => Promise<unknown>;
  seed?: number;
}

export interface Opened {
  page: Page;
  human: Human;
  /** Uncaught errors, rejections and console errors of the page. */
  errors: string[];
  warnings: string[];
  /** URLs asked for since the page was opened, its own included. */
  requests: string[];
}

/**
 * Gives a test file its browser. Call it once at the top level.
 *
 * @returns `open`, which opens a page in a context of its own (fresh storage), closed by itself
 */
export function useChromium() {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.connect(inject('chromium'));
  });
  afterAll(() => browser.close());

  const open = async (options: OpenOptions): Promise<Opened> => {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 800 },
      ...options.context,
    });
    return openIn(await context.newPage(), options);
  };

  return { open, browser: () => browser };
}

/** Opens a page in a tab that is there already: a second tab, a later visit. */
export async function openIn(page: Page, options: OpenOptions): Promise<Opened> {
  const origin = inject('origin');
  const seen = watch(page);
  if (options.init) await page.addInitScript(options.init);
  if (options.html !== undefined) await servePage(page, origin, options);
  for (const [name, value] of Object.entries(options.json ?? {})) {
    await page.route(`${origin}/${name}`, (route) => route.fulfill({ json: value }));
  }
  await options.beforeOpening?.(page);
  await page.goto(`${origin}${options.path ?? '/test-page'}`, { waitUntil: 'load' });
  const cdp = await page.context().newCDPSession(page);
  return { page, human: new Human(page, cdp, options.seed), ...seen };
}

/** For `waitForFunction`: a text would be evaluated, which a strict policy forbids. */
export function isStarted(): boolean {
  return Boolean((globalThis as { Beforehand?: { assistant?: unknown } }).Beforehand?.assistant);
}

/** The demo's configuration, changed where a test needs it: it waits 30 s for nobody. */
export function demoConfig(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const own = JSON.parse(readFileSync('demo/beforehand.json', 'utf8')) as Record<string, unknown>;
  return { ...own, holdout: 0, limits: { minSessionMs: 1000 }, ...changes };
}

function watch(page: Page) {
  const errors: string[] = [];
  const warnings: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
    if (message.type() === 'warning') warnings.push(message.text());
  });
  page.on('request', (request) => requests.push(request.url()));
  return { errors, warnings, requests };
}

async function servePage(
  page: Page,
  origin: string,
  { html, scripts = {}, policy, path }: OpenOptions,
) {
  await page.route(`${origin}${path ?? '/test-page'}`, (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      headers: policy ? { 'content-security-policy': policy } : {},
      body: html!,
    }),
  );
  for (const [name, body] of Object.entries(scripts)) {
    await page.route(`${origin}/${name}`, (route) =>
      route.fulfill({ contentType: 'text/javascript; charset=utf-8', body }),
    );
  }
}

/** Bundles TypeScript that imports from `./src/…`, so that one folder can be tested in a page. */
export async function bundle(code: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: code, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles[0]!.text;
}
