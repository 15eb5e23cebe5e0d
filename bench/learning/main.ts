import { judgeControls, judgeSpeed } from './controls.js';
import { judgeSessions } from './sessions.js';
import { judgeDrift, judgeStreams } from './streams.js';

const PARTS = {
  sessions: judgeSessions,
  streams: judgeStreams,
  controls: judgeControls,
  drift: judgeDrift,
  speed: judgeSpeed,
};

/**
 * Prints every table on learning, with fixed seeds.
 *
 * @param args - `--quick` for a part of the data; names of tables for those alone
 */
export function main(args: readonly string[]): void {
  const isQuick = args.includes('--quick');
  const wanted = args.filter((arg) => !arg.startsWith('--'));
  for (const [name, judge] of Object.entries(PARTS)) {
    if (!wanted.length || wanted.includes(name)) judge({ isQuick });
  }
}
