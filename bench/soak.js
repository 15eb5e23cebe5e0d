/**
 * `npm run soak`: a visitor works on a page of routes for minutes, while the assistant is mounted
 * and unmounted again and again. Prints what is left each time, and ends with 1 where that grows.
 */
import { parseArgs } from 'node:util';
import { launch, newContext } from './browser.js';
import { createHand } from './hand.js';
import { createBenchServer } from './server.js';
import { growthOf } from './growth.js';

const ROUND_MS = 30_000;
/** Code is compiled and storage opened in the first rounds. */
const WARM_UP = 2;
/** What may be added a minute, beyond what the rounds vary by. */
const LIMITS = { heapKb: 20, nodes: 1, listeners: 0.2 };

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const rounds = Math.max(WARM_UP + 4, Math.round((Number(values.minutes) * 60_000) / ROUND_MS));

const server = await createBenchServer({
  head: () => '<script src="/dist/beforehand.global.js"></script>',
  scripts: new Map(),
});
const browser = await launch();
const context = await newContext(browser);
const page = await context.newPage();
const cdp = await context.newCDPSession(page);
await cdp.send('Performance.enable');
await cdp.send('HeapProfiler.enable');
await page.goto(`${server.origin}/pages/busy.html`, { waitUntil: 'load' });
const hand = createHand(page, cdp, 1);

const kept = [];
for (let n = 0; n < rounds; n += 1) {
  await page.evaluate(mount);
  const end = Date.now() + ROUND_MS;
  for (let visit = 0; Date.now() < end; visit += 1) await work(visit);
  await page.evaluate(unmount);
  kept.push(await measure());
  const { heapKb, nodes, listeners } = kept.at(-1);
  console.log(
    `${((n + 1) * ROUND_MS) / 60_000} min  heap ${heapKb.toFixed(0)} kB, ${nodes} nodes, ${listeners} listeners`,
  );
}
await browser.close();
await server.close();

for (const [key, limit] of Object.entries(LIMITS)) {
  const { slope, error } = growthOf(kept.slice(WARM_UP).map((each) => each[key]));
  const [perMinute, spread] = [slope, error].map((value) => (value * 60_000) / ROUND_MS);
  console.log(`${key}: ${perMinute.toFixed(2)} ± ${spread.toFixed(2)} a minute, at most ${limit}`);
  // Twice its standard error below: what the rounds vary by is no growth.
  if (perMinute - 2 * spread > limit) process.exitCode = 1;
}

/** One stay on a route: reading, pressing, a line of text. */
async function work(visit) {
  await page.evaluate(goTo, visit);
  const row = `.row:nth-child(${1 + (visit % 5)})`;
  await hand.click(`${row} button`);
  await hand.hammer(`${row} button`, 2);
  await hand.click(`${row} input`);
  await page.keyboard.type('ab', { delay: 80 });
  await hand.wheel(240, 4);
  await hand.wheel(-240, 4);
}

async function measure() {
  await page.waitForTimeout(1000);
  for (let i = 0; i < 2; i += 1) await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (wanted) => metrics.find(({ name }) => name === wanted).value;
  return {
    heapKb: of('JSHeapUsedSize') / 1000,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
  };
}

/** Runs in the page. */
function mount() {
  globalThis.soaked = Beforehand.createAssistant({
    articles: [{ id: 'help', title: 'Help with this page', url: '/pages/site/help.html' }],
    limits: { minSessionMs: 0 },
  });
}

/** Runs in the page. */
function unmount() {
  globalThis.soaked.stop();
  delete globalThis.soaked;
}

/** Runs in the page: another route, with its part of the page drawn anew. */
function goTo(visit) {
  history.replaceState(null, '', `/pages/busy.html?route=${visit % 7}#/route/${visit % 7}`);
  const list = document.getElementById('list');
  for (const row of [...list.children].slice(0, 20)) row.replaceWith(row.cloneNode(true));
  scrollTo(0, 0);
}
