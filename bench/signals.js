/**
 * `npm run bench:signals`: the SDK and its peers on the same pages at once, with the same human-like
 * input, and what each of them noticed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepare } from './install.js';

const RESULTS = join(import.meta.dirname, 'results');

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '3' },
    only: { type: 'string', default: '' },
    peers: { type: 'string' },
    parallel: { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
  },
});

await prepare();
const { bundlePeers } = await import('./peers.js');
const { headFor } = await import('./head.js');
const { createBenchServer } = await import('./server.js');
const { runSessions } = await import('./runSessions.js');
const { toFaults, toMarkdown, toResult } = await import('./report.js');
const { scenarios } = await import('./scenarios/index.js');

const { scripts, versions, missing } = await bundlePeers();
const peers = values.peers?.split(',') ?? [...scripts.keys()];
const wanted = scenarios.filter(({ name }) => name.includes(values.only));
const seeds = Array.from({ length: Number(values.seeds) }, (_, n) => n + 1);
const server = await createBenchServer({ head: () => headFor(peers), scripts });
const start = Date.now();
let done = 0;

const sessions = await runSessions({
  scenarios: wanted,
  seeds,
  origin: server.origin,
  parallel: Number(values.parallel),
  onSession: ({ scenario, seed, ms, error }) => {
    done += 1;
    const seconds = `${(ms / 1000).toFixed(0).padStart(3)} s`;
    const total = wanted.length * seeds.length;
    console.error(`${done}/${total} ${seconds}  ${scenario} (seed ${seed}) ${error ?? ''}`);
  },
});
await server.close();

const result = toResult({
  ...{ date: new Date().toISOString(), versions, missing, seeds: seeds.length, peers, sessions },
  minutes: (Date.now() - start) / 60_000,
  load: loadavg()[1],
});
mkdirSync(RESULTS, { recursive: true });
const name = values.only || values.peers ? 'signals-part' : 'signals';
writeFileSync(join(RESULTS, `${name}.json`), `${JSON.stringify(result, null, 2)}\n`);
if (values.json) console.log(JSON.stringify(result));
else print();

function print() {
  console.log(`\n${toMarkdown(result)}\n`);
  console.log('Ours, to mend:');
  for (const line of toFaults(sessions)) console.log(`  ${line}`);
  for (const { scenario, seed, error } of result.failed) {
    console.log(`  failed ${scenario} (seed ${seed}): ${error}`);
  }
  console.log(`\n${result.minutes.toFixed(1)} minutes; load ${result.load.toFixed(1)}.`);
}
