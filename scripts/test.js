/**
 * `npm test`: everything that must hold, one step after the other, and those of one line side by side.
 * A step that fails doesn't stop the next; the last line is the sum, and the exit code tells the same.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addUp, countStep, countTests, toCountLine } from './counts.js';
import { ensureChromium, ensurePackages } from './install.js';
import { runTool } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'beforehand-'));

// Scripts for a tag have no types, and subpaths are ES modules only.
const ATTW = [
  ...['--pack', '.', '--profile', 'node16', '--ignore-rules', 'cjs-resolves-to-esm'],
  ...['--exclude-entrypoints', './beforehand.global.js', './beforehand.learner.js', './prior.json'],
];

const types = ['Types', () => tool('typescript', ['-p', '.'], { bin: 'tsc', quiet: true })];
const lint = ['Lint', () => tool('eslint', ['.'], { quiet: true })];
const format = ['Format', () => tool('prettier', ['--check', '.'], { quiet: true })];
const build = ['Build', () => tool('rollup', ['-c', '--silent'])];
const unit = ['Unit tests', () => tests('unit')];
const browser = ['Browser tests', () => ensureChromium().then(() => tests('browser'))];
const sizes = ['Sizes', () => tool('size-limit')];
const packaged = ['Package', () => tool('publint', [], { quiet: true })];
const packagedTypes = [
  'Package types',
  () => tool('@arethetypeswrong/cli', ATTW, { bin: 'attw', quiet: true }),
];

const STEPS = [
  [types, lint, format],
  [build],
  [unit],
  [browser],
  [sizes],
  [packaged, packagedTypes],
];

try {
  await ensurePackages();
  const results = [];
  for (const steps of STEPS) results.push(...(await performAll(steps)));
  console.log(`\n── Summary ${'─'.repeat(61)}\n`);
  for (const result of results) console.log(toLine(result));
  finish(addUp(results));
} catch (error) {
  console.error(messageOf(error));
  finish({ passed: 0, failed: 1 });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function performAll(steps) {
  const names = steps.map(([name]) => name).join(', ');
  console.log(`\n── ${names} ${'─'.repeat(Math.max(2, 69 - names.length))}\n`);
  return Promise.all(steps.map(perform));
}

async function perform([name, step]) {
  const start = performance.now();
  const counts = await step().catch((error) => {
    console.error(messageOf(error));
    return countStep(1);
  });
  return { name, ...counts, seconds: (performance.now() - start) / 1000 };
}

async function tool(...args) {
  return countStep(await runTool(...args));
}

async function tests(project) {
  const file = join(folder, `${project}.json`);
  const code = await runTool('vitest', [
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  return countTests(readReport(file), code);
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function toLine({ name, passed, failed, seconds }) {
  const counts = toCountLine({ passed, failed });
  return `${failed ? '✗' : '✓'} ${name.padEnd(16)} ${counts.padEnd(24)} ${seconds.toFixed(1).padStart(6)} s`;
}

function finish(counts) {
  console.log(`\n${toCountLine(counts)}`);
  process.exitCode = counts.failed ? 1 : 0;
}

function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
