/**
 * `npm run prior`: trains the default prior anew, `prior/default.json`, on the one set of recordings
 * whose licence allows it; see docs/prior.md. Without the data, what is there is left as it is.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const DATA = resolve('../shared/data/iweb-map.jsonl.gz');

if (!existsSync(DATA)) {
  console.error(`no ${DATA}: prior/default.json is left as it is`);
  process.exit(1);
}
execFileSync('npm', ['run', 'build', '--silent', '--', '--silent'], { stdio: 'inherit' });
const train = ['dist/cli.js', 'train', DATA, '--cut', 'every', '--out', 'prior/default.json'];
execFileSync(process.execPath, train, { stdio: 'inherit' });
