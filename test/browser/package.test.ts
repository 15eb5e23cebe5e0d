import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

/** Runs code in a Node of its own, where there is no page. */
function inNode(code: string, type: 'module' | 'commonjs'): string {
  return execFileSync(process.execPath, [`--input-type=${type}`, '-e', code], { encoding: 'utf8' });
}

describe('the built package', () => {
  it.each([
    ['module', `import { createAssistant } from './dist/index.js';`],
    ['commonjs', `const { createAssistant } = require('./dist/index.cjs');`],
  ] as const)('is harmless in Node as %s', (type, load) => {
    const run = `const a = createAssistant(); a.task('x').start().success(); a.contacted(); a.stop(); a.stop();`;
    const print = `console.log(Object.keys(globalThis).length - before, a.explain().length);`;
    expect(
      inNode(`${load} const before = Object.keys(globalThis).length; ${run} ${print}`, type),
    ).toBe('0 0\n');
  });

  it('starts nothing when it is imported', () => {
    const code = `
      const { setTimeout, setInterval } = globalThis;
      let timers = 0;
      globalThis.setTimeout = (...a) => (timers++, setTimeout(...a));
      globalThis.setInterval = (...a) => (timers++, setInterval(...a));
      await import('./dist/index.js');
      console.log(timers);`;
    expect(inNode(code, 'module')).toBe('0\n');
  });
});
