import { judgeControls, judgeSpeed } from './controls.js';
import { judgeSessions } from './sessions.js';
import { judgeDrift, judgeStreams } from './streams.js';

const PARTS = {
  speed: judgeSpeed,
  drift: judgeDrift,
  controls: judgeControls,
  streams: judgeStreams,
  sessions: judgeSessions,
};

/**
 * Prints every table on learning, with fixed seeds, the quick ones first.
 *
 * @param args - `--quick` for a part of the data; `--only streams,drift` or the names alone for
 * those tables alone
 */
export function main(args: readonly string[]): void {
  const isQuick = args.includes('--quick');
  const wanted = args.filter((arg) => !arg.startsWith('--')).flatMap((arg) => arg.split(','));
  const unknown = wanted.filter((name) => !Object.hasOwn(PARTS, name));
  if (unknown.length) {
    throw new Error(`no tables ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);
  }
  for (const [name, judge] of Object.entries(PARTS)) {
    if (wanted.length && !wanted.includes(name)) continue;
    const begin = performance.now();
    judge({ isQuick });
    console.log(`(${name}: ${((performance.now() - begin) / 1000).toFixed(0)} s)`);
  }
}
