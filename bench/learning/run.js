// Bundles the benchmark as the build bundles the learner, and runs its parts, two at a time:
// npm run bench:learning [-- --quick --only speed,streams]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

/** In the order in which they are printed; the first one alone, since it measures time. */
const PARTS = ['speed', 'drift', 'controls', 'streams', 'sessions', 'every'];

const N_PROCESSES = 2;

const args = process.argv.slice(2);
const isQuick = args.includes('--quick');
const asked = args.filter((arg) => !arg.startsWith('--')).flatMap((arg) => arg.split(','));
const unknown = asked.filter((name) => !PARTS.includes(name));
if (unknown.length) throw new Error(`no ${unknown.join(', ')}; there are ${PARTS.join(', ')}`);
const wanted = PARTS.filter((name) => !asked.length || asked.includes(name));

const folder = mkdtempSync(join(tmpdir(), 'bench-learning-'));
const outfile = join(folder, 'main.mjs');

const oneTfjs = {
  name: 'one-tfjs',
  setup({ onResolve }) {
    onResolve({ filter: /^@tensorflow\/tfjs-core$/ }, () => ({
      path: resolve('node_modules/@tensorflow/tfjs-core/dist/base.js'),
    }));
  },
};

/** Runs one part in a process of its own; what it prints. */
function run(name) {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [outfile, name, ...(isQuick ? ['--quick'] : [])], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    child.stdout.on('data', (chunk) => (text += chunk));
    child.on('error', fail);
    child.on('close', (code) => (code ? fail(new Error(`${name} failed: ${code}`)) : done(text)));
  });
}

/** Runs parts, the longest and last first, and prints each as soon as all before it are printed. */
async function runAll(names) {
  const texts = new Map();
  const waiting = [...names];
  let printed = 0;
  const work = async () => {
    for (let name = waiting.pop(); name; name = waiting.pop()) {
      texts.set(name, await run(name));
      while (texts.has(names[printed])) process.stdout.write(texts.get(names[printed++]));
    }
  };
  await Promise.all(Array.from({ length: N_PROCESSES }, work));
}

const begin = performance.now();
try {
  await build({
    entryPoints: [resolve(import.meta.dirname, 'main.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    plugins: [oneTfjs],
  });
  await runAll(wanted.filter((name) => name === 'speed'));
  await runAll(wanted.filter((name) => name !== 'speed'));
  console.log(`\nall: ${((performance.now() - begin) / 60_000).toFixed(1)} min`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
