import { judgeControls } from './controls.js';
import { judgeEvery } from './every.js';
import { judgeSessions } from './sessions.js';
import { judgeSpeed } from './speed.js';
import { judgeDrift, judgeStreams } from './streams.js';

const PARTS: Readonly<Record<string, (options: { isQuick: boolean }) => void>> = {
  speed: judgeSpeed,
  drift: judgeDrift,
  controls: judgeControls,
  streams: judgeStreams,
  sessions: judgeSessions,
  every: judgeEvery,
};

/** Prints the tables of one part. */
const [name = '', ...flags] = process.argv.slice(2);
const begin = performance.now();
PARTS[name]!({ isQuick: flags.includes('--quick') });
console.log(`(${name}: ${((performance.now() - begin) / 1000).toFixed(0)} s)`);
