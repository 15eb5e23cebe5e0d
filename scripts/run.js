import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '..');

/**
 * Runs a program in the project's root, with our output and nothing to read.
 *
 * @param {string} command
 * @param {readonly string[]} [args]
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options] quiet hides what it prints,
 * unless it fails
 * @returns {Promise<number>} its exit code; 1 when it can't be started or was killed
 */
export function run(command, args = [], { quiet = false, env = {} } = {}) {
  return new Promise((done) => {
    const printed = [];
    const child = spawn(command, [...args], {
      cwd: ROOT,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
      env: { ...process.env, ...env },
    });
    child.stdout?.on('data', (chunk) => printed.push(chunk));
    child.stderr?.on('data', (chunk) => printed.push(chunk));
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('close', (code) => {
      if (code !== 0) process.stderr.write(Buffer.concat(printed));
      done(code ?? 1);
    });
  });
}

/**
 * Runs a tool of an installed package with this Node, without a shell: the same on every system.
 *
 * @param {string} name of the package
 * @param {readonly string[]} [args]
 * @param {{ bin?: string, quiet?: boolean }} [options] bin: which of its tools, when there are several
 */
export async function runTool(name, args = [], { bin = name, quiet = false } = {}) {
  const folder = join(ROOT, 'node_modules', name);
  const { bin: bins } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = typeof bins === 'string' ? bins : bins[bin];
  return run(process.execPath, [join(folder, file), ...args], { quiet });
}

/**
 * Runs npm, the one that started us where there is one.
 *
 * @param {readonly string[]} args
 */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  if (npm?.endsWith('.js')) return run(process.execPath, [npm, ...args]);
  return run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
}
