import { newContext } from './browser.js';
import { createRandom } from './random.js';

const START_MS = 2_500;
const CLICK_MS = 100;
const BURST_SHARE = 0.3;
const STEP_MS = 1000 / 60;
/** Longer than anybody waits for an answer to a press. */
const QUIET_MS = 4_000;
/** What `sendMoves`, `sendPresses` and `sendClicks` send. */
const MOVES = 20_000;
const PRESSES = 300;
const CLICKS = 1000;

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
  // Time of the processor and not of the clock, so that other work on the machine counts less.
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const scriptMs = async () => (await readMetrics(cdp)).ScriptDuration * 1000;
  const taskMs = async () => (await readMetrics(cdp)).TaskDuration * 1000;
  /** What something in the page costs its main thread, with all that comes of it soon after. */
  const costOf = async (work) => {
    const before = await taskMs();
    await page.evaluate(work);
    await sleep(300);
    return (await taskMs()) - before;
  };

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

  await sleep(QUIET_MS);
  await page.evaluate(sendMoves);
  const moveUs = ((await costOf(sendMoves)) * 1000) / MOVES;
  await page.evaluate(churnNodes);
  const nodesMs = await costOf(churnNodes);
  await press(cdp, { x: 30, y: 20 });
  const nodesAfterPressMs = await costOf(churnNodes);
  await sleep(QUIET_MS);
  await page.evaluate(sendPresses);
  const pressUs = ((await costOf(sendPresses)) * 1000) / PRESSES;
  const longScripts = await page.evaluate('longScripts');

  await page.goto(`${url}&plain`, { waitUntil: 'load' });
  await sleep(START_MS);
  await page.evaluate(sendClicks);
  const clickUs = ((await costOf(sendClicks)) * 1000) / CLICKS;
  await context.close();
  return {
    ...{
      startMs,
      busyMs,
      moveUs,
      clickUs,
      pressUs,
      nodesMs,
      nodesAfterPressMs,
      heapMb,
      longScripts,
    },
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

/** Runs in the page: 20 000 moves. */
function sendMoves() {
  const row = document.querySelector('.row');
  for (let i = 0; i < 20_000; i += 1) {
    const at = { bubbles: true, composed: true, clientX: i % 1000, clientY: i % 700 };
    row.dispatchEvent(new PointerEvent('pointermove', { ...at, pointerType: 'mouse' }));
    row.dispatchEvent(new MouseEvent('mousemove', at));
  }
}

/** Runs in the page: 300 presses of as many controls, ten to a task. */
async function sendPresses() {
  const buttons = document.querySelectorAll('.row button');
  const send = (target, type, Event, i) =>
    target.dispatchEvent(
      new Event(type, {
        ...{ bubbles: true, composed: true, cancelable: true, isPrimary: true, button: 0 },
        ...{ pointerType: 'mouse', clientX: 40, clientY: i % 700, detail: 1 },
      }),
    );
  for (let i = 0; i < 300; i += 1) {
    const target = buttons[i % buttons.length];
    send(target, 'pointerdown', PointerEvent, i);
    send(target, 'mousedown', MouseEvent, i);
    send(target, 'pointerup', PointerEvent, i);
    send(target, 'mouseup', MouseEvent, i);
    send(target, 'click', PointerEvent, i);
    if (i % 10 === 9) await new Promise((done) => setTimeout(done, 30));
  }
}

/** Runs in the page: 1 000 clicks on one button, which each time shows itself. */
function sendClicks() {
  const button = document.querySelector('.row button');
  for (let i = 0; i < 1000; i += 1) {
    const at = { bubbles: true, composed: true, cancelable: true, clientX: i % 1000 };
    button.dispatchEvent(new MouseEvent('click', at));
  }
}

/** Runs in the page: ten thousand nodes added in twenty tasks and taken away again. */
async function churnNodes() {
  const box = document.body.appendChild(document.createElement('div'));
  for (let task = 0; task < 20; task += 1) {
    for (let i = 0; i < 500; i += 1) {
      box.appendChild(document.createElement('p')).textContent = String(i);
    }
    await new Promise((done) => setTimeout(done, 0));
    box.textContent = '';
  }
  box.remove();
}

function clamp(value, min, max) {
  return Math.min(max, Math.max(min, value));
}

function sleep(ms) {
  return new Promise((done) => setTimeout(done, ms));
}
