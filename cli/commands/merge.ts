import { createMerging, readPart } from '../../src/evaluation/index.js';
import type { Command } from '../Command.js';
import { createBroken } from '../input/createBroken.js';
import { readItems } from '../input/readItems.js';
import type { Io } from '../Io.js';
import { createProgress } from '../progress.js';
import { readArgs, someFiles, text } from '../readArgs.js';
import { writeOut } from '../writeOut.js';

const HELP = `Usage: beforehand merge PART… [--out prior.json]

Merges what beforehand train --partial made into one prior: what parts have learned is averaged, and
what they held back is then learned from, in one order, so that small parts come to the same as one
pass over all. The order of the parts does not matter, and one part stays as it is.

PART      JSON, or JSON lines with a part on each; plain or gzip; - is standard input, so that any
          batch engine can run train as its mapper and merge as its reducer; a part holds recordings,
          the prior that comes of two or more holds none

  --out FILE     where to write it (standard output)
`;

/** `beforehand merge`. */
export const merge: Command = {
  summary: 'one prior of parts that were trained apart',
  help: HELP,
  run,
};

async function run(given: readonly string[], io: Io): Promise<number> {
  const args = readArgs(given, { out: { type: 'string' } });
  const files = someFiles(args, 'part');
  const broken = createBroken(io, createProgress(io, false).end);
  const merging = createMerging();
  let nParts = 0;
  for await (const item of readItems(files, { io, onBroken: broken.onBroken })) {
    try {
      merging.add(readPart('json' in item ? item.json : undefined));
      nParts += 1;
    } catch (thrown) {
      broken.onBroken(item, (thrown as Error).message);
    }
  }
  broken.end(nParts);
  writeOut(text(args, 'out'), `${JSON.stringify(merging.toMerged())}\n`, io);
  return 0;
}
