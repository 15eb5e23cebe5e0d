import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isInstalled } from '../scripts/lockfile.js';
import { ensureChromium, ensurePackages } from '../scripts/install.js';
import { ROOT, runNpm, runTool } from '../scripts/run.js';

/**
 * Installs and builds what a bench needs: the product's packages, the peers', a Chromium, `dist/`.
 *
 * @throws {Error} when that can't be done
 */
export async function prepare() {
  await ensurePackages();
  await ensurePeers();
  await ensureChromium();
  if (!existsSync(join(ROOT, 'dist/beforehand.global.js'))) await build();
}

async function ensurePeers() {
  const lock = readJson('package-lock.json');
  if (isInstalled(lock, readJson('node_modules/.package-lock.json'))) return;
  console.error('Installing peers …');
  const code = await runNpm(['ci', '--prefix', 'bench', '--ignore-scripts']);
  if (code !== 0) throw new Error('npm ci in bench/ failed: see above.');
}

async function build() {
  console.error('Building …');
  if ((await runTool('rollup', ['-c', '--silent'])) !== 0) throw new Error('The build failed.');
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, 'bench', path), 'utf8'));
  } catch {
    return undefined;
  }
}
