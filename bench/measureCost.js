import { newContext } from './browser.js';
import { createRandom } from './random.js';

const START_MS = 2_500;
const CLICK_MS = 100;
const BURST_SHARE = 0.3;
const STEP_MS = 1000 / 60;

/**
 * Loads the busy page with one variant's scripts and measures what it costs the main thread.
 *
 * @param {{ browser: import('playwright-core').Browser, url: string, seconds: number,
 *   onProfile?: (profile: object) => void }} options `onProfile` gets the busy phase's CPU profile;
 * its sampling costs, so such a run is none to compare
 */
export async function measureCost({ browser, url, seconds, onProfile }) {
  const context = await newContext(browser);
  const page = await context.newPage();
  const cdp = await context.newCDPSession(page);
  await cdp.send('Performance.enable');
  const scriptMs = async () => (await readMetrics(cdp)).ScriptDuration * 1000;

  await page.goto(url, { waitUntil: 'load' });
  await sleep(START_MS);
  const startMs = await scriptMs();
  if (onProfile) await startProfile(cdp);
  await playBusily(cdp, seconds);
  const busyMs = (await scriptMs()) - startMs;
  if (onProfile) onProfile((await cdp.send('Profiler.stop')).profile);
  const counts = await page.evaluate('({ ...counts })');
  await collectGarbage(cdp);
  const heapMb = (await readMetrics(cdp)).JSHeapUsedSize / 1e6;

  await sleep(4000);
  const moveUs = await page.evaluate(timeMoves);
  const nodesMs = await page.evaluate(timeNodes);
  await press(cdp, { x: 30, y: 20 });
  const nodesAfterPressMs = await page.evaluate(timeNodes);
  await sleep(4000);
  const clickUs = await page.evaluate(timeClicks);
  const longScripts = await page.evaluate('longScripts');
  await context.close();
  return {
    ...{ startMs, busyMs, moveUs, clickUs, nodesMs, nodesAfterPressMs, heapMb, longScripts },
    counts,
  };
}

async function readMetrics(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

async function startProfile(cdp) {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 100 });
  await cdp.send('Profiler.start');
}

async function collectGarbage(cdp) {
  await cdp.send('HeapProfiler.enable');
  await cdp.send('HeapProfiler.collectGarbage');
  await cdp.send('HeapProfiler.collectGarbage');
}

/** 60 moves and 60 wheel steps a second, and ten clicks, some of them on the same spot. */
async function playBusily(cdp, seconds) {
  const random = createRandom(42);
  const at = { x: 200, y: 200 };
  const sent = [];
  const send = (event) =>
    sent.push(cdp.send('Input.dispatchMouseEvent', { ...at, ...event }).catch(() => {}));
  const start = performance.now();
  let direction = 1;
  let [moves, clicks] = [start, start + CLICK_MS];
  while (performance.now() - start < seconds * 1000) {
    const now = performance.now();
    for (; moves <= now; moves += STEP_MS) {
      at.x = clamp(at.x + random.between(-30, 30), 5, 1270);
      at.y = clamp(at.y + random.between(-20, 20), 5, 790);
      send({ type: 'mouseMoved' });
      if (random.between(0, 1) < 0.03) direction = -direction;
      send({ type: 'mouseWheel', deltaX: 0, deltaY: 40 * direction });
    }
    for (; clicks <= now; clicks += CLICK_MS) {
      if (random.between(0, 1) > BURST_SHARE) at.x = random.between(30, 530);
      send({ type: 'mousePressed', button: 'left', buttons: 1, clickCount: 1 });
      send({ type: 'mouseReleased', button: 'left', clickCount: 1 });
    }
    await sleep(3);
  }
  await Promise.race([Promise.all(sent), sleep(5000)]);
  await sleep(1500);
}

async function press(cdp, at) {
  for (const type of ['mousePressed', 'mouseReleased']) {
    await cdp.send('Input.dispatchMouseEvent', { ...at, type, button: 'left', clickCount: 1 });
  }
}

/** Runs in the page: µs per move, the page's own listeners and the dispatch included. */
async function timeMoves() {
  const row = document.querySelector('.row');
  const move = (i) =>
    row.dispatchEvent(
      new MouseEvent('mousemove', {
        bubbles: true,
        composed: true,
        clientX: i % 1000,
        clientY: i % 700,
      }),
    );
  const pointer = (i) =>
    row.dispatchEvent(
      new PointerEvent('pointermove', {
        bubbles: true,
        composed: true,
        pointerType: 'mouse',
        clientX: i % 1000,
        clientY: i % 700,
      }),
    );
  const both = (i) => {
    pointer(i);
    move(i);
  };
  for (let i = 0; i < 4000; i += 1) both(i);
  await new Promise((done) => setTimeout(done, 100));
  const start = performance.now();
  for (let i = 0; i < 20_000; i += 1) both(i);
  return (performance.now() - start) / 20;
}

/** Runs in the page: µs per click, ten to a task, as far as the page waits for them. */
async function timeClicks() {
  const buttons = document.querySelectorAll('.row button');
  const send = (target, type, Event, i) =>
    target.dispatchEvent(
      new Event(type, {
        ...{ bubbles: true, composed: true, cancelable: true, isPrimary: true, button: 0 },
        ...{ pointerType: 'mouse', clientX: 40, clientY: i % 700, detail: 1 },
      }),
    );
  let spent = 0;
  for (let task = 0; task < 70; task += 1) {
    const start = performance.now();
    for (let i = 0; i < 10; i += 1) {
      const target = buttons[(task * 10 + i) % buttons.length];
      send(target, 'pointerdown', PointerEvent, i);
      send(target, 'mousedown', MouseEvent, i);
      send(target, 'pointerup', PointerEvent, i);
      send(target, 'mouseup', MouseEvent, i);
      send(target, 'click', PointerEvent, i);
    }
    // The first hundred are for the compiler.
    if (task >= 10) spent += performance.now() - start;
    await new Promise((done) => setTimeout(done, 30));
  }
  return (spent * 1000) / 600;
}

/** Runs in the page: ms to add ten thousand nodes in twenty tasks and to take them away again. */
async function timeNodes() {
  const box = document.body.appendChild(document.createElement('div'));
  const start = performance.now();
  for (let task = 0; task < 20; task += 1) {
    for (let i = 0; i < 500; i += 1) {
      box.appendChild(document.createElement('p')).textContent = String(i);
    }
    await new Promise((done) => setTimeout(done, 0));
    box.textContent = '';
  }
  await new Promise((done) => setTimeout(done, 0));
  const ms = performance.now() - start;
  box.remove();
  return ms;
}

function clamp(value, min, max) {
  return Math.min(max, Math.max(min, value));
}

function sleep(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
