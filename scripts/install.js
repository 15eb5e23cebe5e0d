import { readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findChromium } from './findChromium.js';
import { isInstalled } from './lockfile.js';
import { ROOT, run, runNpm } from './run.js';

const VERSION_TIMEOUT_MS = 20_000;

/**
 * Installs the packages of the lock file where they are missing or others.
 *
 * @throws {Error} when npm can't
 */
export async function ensurePackages() {
  const wanted = readJson('package-lock.json');
  if (isInstalled(wanted, readJson(join('node_modules', '.package-lock.json')))) return;
  console.log('Installing packages …');
  if ((await runNpm(['ci', '--no-audit', '--no-fund'])) !== 0) {
    throw new Error('npm ci failed: see above. Is the registry within reach?');
  }
}

/**
 * Finds a Chromium that starts; on Debian and Ubuntu, as root, installs one.
 *
 * @returns {Promise<string>} its path
 * @throws {Error} with what to do, where that isn't possible
 */
export async function ensureChromium() {
  const found = findWorking();
  if (found) return found;
  if (canUseApt()) await installWithApt();
  const installed = findWorking();
  if (installed) return installed;
  throw new Error(adviceFor(process.platform));
}

/**
 * How to get a browser for the tests.
 *
 * @param {string} platform as in `process.platform`
 */
export function adviceFor(platform) {
  const ways = {
    darwin: 'Google Chrome, into /Applications; it is found there',
    win32: 'Google Chrome',
    linux: 'sudo apt-get install chromium   (or your system’s own way)',
  };
  return [
    'The browser tests need a Chromium, and none was found.',
    `  Install one:      ${ways[platform] ?? ways.linux}`,
    '  Or without root:  npx playwright-core install chromium',
    '  Then say where:   export CHROMIUM_PATH=/path/to/chromium',
  ].join('\n');
}

/** A file alone is no proof: on some systems `chromium-browser` only tells how to install it. */
function findWorking() {
  const path = findChromium();
  if (!path) return undefined;
  const { status } = spawnSync(path, ['--version'], {
    timeout: VERSION_TIMEOUT_MS,
    stdio: 'ignore',
  });
  return status === 0 ? path : undefined;
}

function canUseApt() {
  return process.platform === 'linux' && process.getuid?.() === 0 && hasApt();
}

function hasApt() {
  return spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status === 0;
}

async function installWithApt() {
  console.log('Installing Chromium …');
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await run('apt-get', ['update', '-qq'], options);
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  } catch {
    return undefined;
  }
}
