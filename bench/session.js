import { newContext } from './browser.js';
import { createHand } from './hand.js';

/** Sentry gives a click 7 s; who is slower than this is not waited for. */
const SETTLE_MS = 8_500;
const START_MS = 1_200;
/** A moment is that of the page's own event, where one lies this near. */
const SNAP_MS = 1_000;

/**
 * Tells the bench when trusted input reached the page, before any SDK sees it. What an SDK says while
 * the page is left reaches nobody: the next page passes it on.
 */
const INPUT_LOG = `for (const type of ['pointerdown', 'keydown']) {
  addEventListener(type, (event) => {
    if (event.isTrusted) benchInput(performance.timeOrigin + event.timeStamp);
  }, { capture: true, passive: true });
}
addEventListener('pagehide', () => (globalThis.benchIsLeft = true), { capture: true });
if (self === top && location.protocol === 'http:') {
  for (const signal of JSON.parse(sessionStorage.getItem('bench') ?? '[]')) benchRecord(signal);
  sessionStorage.removeItem('bench');
}`;

/**
 * Plays one scenario once, all SDKs on the page, and gathers what they say.
 *
 * @param {{ browser: import('playwright-core').Browser, origin: string, seed: number,
 *   scenario: import('./scenarios/Scenario.js').Scenario }} options
 * @returns {Promise<Session>}
 *
 * @typedef {{ peer: string, type: string, on: string, time: number }} Raised
 * @typedef {{ type: string, time: number, since?: number }} Felt
 * @typedef {{ scenario: string, seed: number, ms: number, raised: Raised[], felt: Felt[],
 *   allows: readonly string[], unseen: readonly string[], pageErrors: string[], error?: string }} Session
 */
export async function playSession({ browser, origin, scenario, seed }) {
  const raised = [];
  const inputs = [];
  const felt = [];
  const pageErrors = [];
  const start = Date.now();
  let since;
  const context = await newContext(browser, scenario.context);
  try {
    await context.exposeBinding('benchRecord', (_, signal) => void raised.push(signal));
    await context.exposeBinding('benchInput', (_, time) => void inputs.push(time));
    await context.addInitScript(INPUT_LOG);
    const page = await context.newPage();
    page.on('pageerror', (error) => pageErrors.push(String(error)));
    await page.goto(origin + scenario.page, { waitUntil: 'load' });
    const hand = createHand(page, await context.newCDPSession(page), seed);
    await hand.wait(START_MS);
    await scenario.visit({
      ...{ page, hand, origin },
      trouble: () => void (since = Date.now()),
      feels: (type) => felt.push({ type, since, time: hand.lastPress(), isPress: true }),
      feelsNow: (type) => felt.push({ type, since, time: Date.now(), isPress: false }),
    });
    assertFelt(scenario, felt);
    const settle = scenario.settleMs ?? SETTLE_MS;
    await hand.wait(Math.max(1000, hand.lastPress() + settle - Date.now()));
    return result();
  } catch (error) {
    return { ...result(), error: String(error).split('\n')[0] };
  } finally {
    await context.close().catch(() => {});
  }

  function result() {
    const { name, allows = [], unseen = [] } = scenario;
    const moments = felt.map(({ type, since, time, isPress }) => ({
      ...{ type, since },
      time: isPress ? snap(time, inputs) : time,
    }));
    const ms = Date.now() - start;
    // A copy: what is said while the window closes is said of the bench.
    const said = [...raised];
    return { scenario: name, seed, ms, raised: said, felt: moments, allows, unseen, pageErrors };
  }
}

/** A scenario that forgets what it promised would flatter everybody. */
function assertFelt({ expects = [] }, felt) {
  const types = felt.map(({ type }) => type);
  const missing = expects.filter((type) => !types.includes(type));
  const surplus = types.filter((type) => !expects.includes(type));
  if (missing.length || surplus.length) {
    throw new Error(`felt ${types.join() || 'nothing'}, expected ${expects.join() || 'nothing'}`);
  }
}

function snap(time, inputs) {
  const nearest = inputs.toSorted((a, b) => Math.abs(a - time) - Math.abs(b - time))[0];
  return nearest !== undefined && Math.abs(nearest - time) < SNAP_MS ? nearest : time;
}
