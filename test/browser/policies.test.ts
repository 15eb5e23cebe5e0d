import { describe, expect, inject, it } from 'vitest';
import type { Assistant } from '../../src/types.js';
import { isStarted, useChromium, type OpenOptions } from './harness.js';

const { open } = useChromium();

const STRICT =
  "default-src 'none'; script-src 'self'; style-src 'self'; worker-src 'self'; img-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";

const page = (worker: string) => `<!doctype html><html lang="en"><title>Host</title>
  <script src="/watch.js"></script>
  <script async src="/dist/beforehand.global.js" data-config="/host.json" data-worker="${worker}"></script>
  <main><h1>Host</h1><button type="button" id="dead">Go</button></main>`;

const CONFIG = {
  holdout: 0,
  limits: { minSessionMs: 0 },
  articles: [{ id: 'a', title: 'How to go', url: '/go', text: 'Like this.' }],
  tasks: [{ id: 'go', name: 'Go', start: '/test-page', success: '/gone', articles: ['a'] }],
};

const WATCH = `
  window.violations = [];
  document.addEventListener('securitypolicyviolation', (e) => violations.push(e.violatedDirective));
`;

async function stuckUnder(policy: string, worker: string, options: Partial<OpenOptions> = {}) {
  const opened = await open({
    html: page(worker),
    policy,
    scripts: { 'watch.js': WATCH },
    json: { 'host.json': CONFIG },
    ...options,
  });
  await opened.page.waitForFunction(isStarted);
  await opened.page.evaluate('Beforehand.assistant.ready');
  await opened.human.hammer('#dead', 5);
  return opened;
}

describe('under a strict policy', () => {
  it.each([
    ['with the worker', `${STRICT}; trusted-types beforehand`, '/dist/beforehand.learner.js'],
    ["without the worker's policy name, the worker off", `${STRICT}; trusted-types 'none'`, ''],
  ])('offers help without a violation, %s', async (_, policy, worker) => {
    const { page: host, human, errors } = await stuckUnder(policy, worker);
    await host.locator('beforehand-prompt').waitFor({ state: 'attached', timeout: 20_000 });
    await human.click('beforehand-prompt [part~=why]');
    await human.click('beforehand-prompt [part~=accept]');
    await host.waitForTimeout(3500);
    expect(await host.evaluate('violations')).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('without the worker', () => {
  it.each([
    ['its file is missing', `${STRICT}; trusted-types beforehand`, '/dist/missing.learner.js'],
    [
      'the policy forbids workers',
      STRICT.replace("worker-src 'self'", "worker-src 'none'") + '; trusted-types beforehand',
      '/dist/beforehand.learner.js',
    ],
  ])('goes on and says so once when %s', async (_, policy, worker) => {
    const { page: host, warnings } = await stuckUnder(policy, worker);
    await host.locator('beforehand-prompt').waitFor({ state: 'attached', timeout: 20_000 });
    await host.waitForTimeout(5000);
    expect(warnings.filter((text) => text.includes('worker-blocked'))).toHaveLength(1);
  });
});

describe('from another origin', () => {
  it('finds its later parts beside itself, without a crossorigin attribute', async () => {
    // The same server under another name: another origin to the browser.
    const cdn = inject('origin').replace('127.0.0.1', 'localhost');
    const opened = await open({
      html: page(`${cdn}/dist/beforehand.learner.js`).replace('/dist/', `${cdn}/dist/`),
      json: { 'host.json': CONFIG },
      scripts: { 'watch.js': WATCH },
      beforeOpening: (tab) =>
        tab.route(`${cdn}/dist/**`, async (route) => {
          const response = await route.fetch();
          const headers = { ...response.headers(), 'access-control-allow-origin': '*' };
          await route.fulfill({ response, headers });
        }),
    });
    await opened.page.waitForFunction(isStarted);
    await opened.human.hammer('#dead', 5);
    await opened.page.locator('beforehand-prompt').waitFor({ state: 'attached', timeout: 20_000 });
    await expect.poll(() => opened.page.workers().length, { timeout: 10_000 }).toBe(1);
    await opened.page.waitForTimeout(1000);
    expect([...opened.errors, ...opened.warnings]).toEqual([]);
  });
});

describe('consent', () => {
  const databases = 'indexedDB.databases().then((all) => all.map(({ name }) => name))';

  it.each<[string, Record<string, unknown>, string]>([
    ['pending', { consent: 'pending' }, ''],
    ['denied', { consent: 'denied' }, ''],
    [
      'Global Privacy Control',
      {},
      "Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', { get: () => true });",
    ],
  ])('stores and shows nothing under %s', async (_, changes, init) => {
    const { page: host, human } = await stuckUnder(STRICT + '; trusted-types beforehand', '', {
      json: { 'host.json': { ...CONFIG, ...changes } },
      init,
    });
    await human.hammer('#dead', 5);
    await host.waitForTimeout(3000);
    expect(await host.evaluate(databases)).toEqual([]);
    expect(await host.locator('beforehand-prompt').count()).toBe(0);
  });

  it('starts within the same page once it is given, and erases when it is taken back', async () => {
    const { page: host, human } = await stuckUnder(STRICT + '; trusted-types beforehand', '', {
      json: { 'host.json': { ...CONFIG, consent: 'pending' } },
    });
    const set = (consent: 'granted' | 'denied') =>
      host.evaluate((next) => {
        (
          window as unknown as { Beforehand: { assistant: Assistant } }
        ).Beforehand.assistant.setConsent(next);
      }, consent);
    await set('granted');
    await host.waitForTimeout(500);
    await human.hammer('#dead', 5);
    await host.locator('beforehand-prompt').waitFor({ state: 'attached', timeout: 20_000 });
    expect(await host.evaluate(databases)).toEqual(['beforehand']);
    await set('denied');
    await host.waitForTimeout(500);
    expect(await host.evaluate(databases)).toEqual([]);
    expect(await host.locator('beforehand-prompt').count()).toBe(0);
  });
});
