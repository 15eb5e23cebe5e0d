/** `npm run screenshots`: the README's pictures, from the demo as it is built in `dist/`. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { createDemoServer } from './demoServer.js';
import { ensureChromium } from './install.js';
import { findChromium } from './findChromium.js';

const FOLDER = resolve(import.meta.dirname, '../docs/pictures');
const SIZE = { width: 1280, height: 800 };
const SHORT_WAIT = { limits: { minSessionMs: 0 }, holdout: 0 };

await ensureChromium();
mkdirSync(FOLDER, { recursive: true });
const server = await createDemoServer({ port: 0 });
const browser = await chromium.launch({
  executablePath: findChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await shoot('shop', {});
  await shoot('shop-dark', { colorScheme: 'dark' });
  await shoot('inspector', { viewport: { width: 1600, height: 900 } }, '&beforehand-inspector');
  await shoot('phone', { viewport: { width: 320, height: 640 } });
} finally {
  await browser.close();
  await server.close();
}

/** A visitor at the dead coupon button, and what they are offered. */
async function shoot(name, options, query = '') {
  const context = await browser.newContext({ viewport: SIZE, deviceScaleFactor: 2, ...options });
  const page = await context.newPage();
  await page.route('**/beforehand.json', async (route) => {
    const json = await (await route.fetch()).json();
    await route.fulfill({ json: { ...json, ...SHORT_WAIT } });
  });
  await page.goto(`${server.origin}/product/moth-lamp?fault=coupon${query}`);
  await page.waitForFunction(() => globalThis.Beforehand?.assistant);
  await page.evaluate('Beforehand.assistant.ready');
  await page.click('[data-test=add-to-cart]');
  await page.waitForTimeout(800);
  await page.click('[data-test=nav-cart]');
  await page.waitForSelector('[data-test=apply-coupon]');
  for (let i = 0; i < 5; i += 1) await page.click('[data-test=apply-coupon]', { delay: 60 });
  await page.waitForSelector('beforehand-prompt', { state: 'attached', timeout: 20_000 });
  await page.waitForTimeout(4000);
  await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  await context.close();
}
