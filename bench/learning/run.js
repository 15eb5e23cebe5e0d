// Bundles the benchmark as the build bundles the learner, and runs it: npm run bench:learning [-- --quick --only speed]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

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
  const { main } = await import(pathToFileURL(outfile).href);
  main(process.argv.slice(2));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
