/**
 * `npm run bench:overhead`: what the SDK and its peers cost a page, each alone on it, in turn, best
 * of three. Ends with 1 where ours is over a limit.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from './install.js';

const RESULTS = join(import.meta.dirname, 'results');

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '20' },
    only: { type: 'string' },
    profile: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

await prepare();
const { launch } = await import('./browser.js');
const { bestOf, brokenLimits, overBare, toCostTable } = await import('./costReport.js');
const { headFor } = await import('./head.js');
const { measureCost } = await import('./measureCost.js');
const { bundlePeers, nameOf } = await import('./peers.js');
const { hotSpots } = await import('./hotSpots.js');
const { createBenchServer } = await import('./server.js');

const { scripts, versions, missing } = await bundlePeers();
const ids = values.only?.split(',') ?? [...scripts.keys()];
const server = await createBenchServer({
  head: ({ searchParams }) => {
    const id = searchParams.get('with');
    return id ? headFor([id], { isAlone: true, isPlain: searchParams.has('plain') }) : '';
  },
  scripts,
});
const browser = await launch(['--disable-smooth-scrolling', '--enable-precise-memory-info']);
const runs = Object.fromEntries(['', ...ids].map((id) => [id, []]));

const measure = (id, more = {}) =>
  measureCost({
    browser,
    url: `${server.origin}/pages/busy.html?with=${id}`,
    seconds: Number(values.seconds),
    ...more,
  });

if (values.profile) {
  for (const id of ids) {
    await measure(id, { onProfile: (profile) => console.log(hotSpots(profile, id)) });
  }
} else {
  for (let n = 1; n <= Number(values.runs); n += 1) await runAll(n);
}
await browser.close();
await server.close();
if (!values.profile) finish();

async function runAll(n) {
  for (const id of Object.keys(runs)) {
    const cost = await measure(id);
    runs[id].push(cost);
    const { busyMs, startMs } = cost;
    console.error(
      `run ${n}  ${(id || 'bare').padEnd(12)} start ${startMs.toFixed(0)} ms, busy ${busyMs.toFixed(0)} ms`,
    );
  }
}

function finish() {
  const bare = bestOf(runs[''], 'none');
  const over = ids.map((id) => [id, overBare(bestOf(runs[id], id), bare)]);
  const table = toCostTable(
    Object.fromEntries(over.map(([id, cost]) => [`${nameOf(id)} ${versions[id]}`, cost])),
  );
  const ours = over.find(([id]) => id === 'beforehand')?.[1];
  const peers = over.filter(([id]) => id !== 'beforehand').map(([, cost]) => cost);
  const broken = ours ? brokenLimits(ours, peers) : [];
  const result = {
    date: new Date().toISOString(),
    load: loadavg()[1],
    ...{ versions, missing, bare, over: Object.fromEntries(over), broken, table, runs },
  };
  mkdirSync(RESULTS, { recursive: true });
  // The table of README.md is of a run with everybody.
  const name = values.only ? 'overhead-part' : 'overhead';
  writeFileSync(join(RESULTS, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
  if (values.json) console.log(JSON.stringify(result));
  else console.log(`\n${table}\n`);
  for (const line of missing) console.log(`Not measured, because: ${line}`);
  for (const line of broken) console.error(`Over the limit: ${line}`);
  if (broken.length > 0) process.exitCode = 1;
}
