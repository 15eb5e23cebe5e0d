/**
 * `npm test`: everything that must hold, one step after the other. A step that fails doesn't stop
 * the next; the last line is the sum, and the exit code tells the same.
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
  ...['--exclude-entrypoints', './beforehand.global.js', './beforehand.learner.js'],
];

const STEPS = [
  ['Types', () => tool('typescript', ['-p', '.'], 'tsc')],
  ['Lint', () => tool('eslint', ['.'])],
  ['Format', () => tool('prettier', ['--check', '--log-level', 'warn', '.'])],
  ['Build', () => tool('rollup', ['-c', '--silent'])],
  ['Unit tests', () => tests('unit')],
  ['Browser tests', () => ensureChromium().then(() => tests('browser'))],
  ['Sizes', () => tool('size-limit')],
  ['Package', () => tool('publint')],
  ['Package types', () => tool('@arethetypeswrong/cli', ATTW, 'attw')],
];

try {
  await ensurePackages();
  const results = [];
  for (const [name, step] of STEPS) results.push(await perform(name, step));
  console.log(`\n── Summary ${'─'.repeat(61)}\n`);
  for (const result of results) console.log(toLine(result));
  finish(addUp(results));
} catch (error) {
  console.error(messageOf(error));
  finish({ passed: 0, failed: 1 });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function perform(name, step) {
  console.log(`\n── ${name} ${'─'.repeat(Math.max(2, 69 - name.length))}\n`);
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
