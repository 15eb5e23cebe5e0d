import { trainPrior, type Recording } from '../../src/evaluation/index.js';
import type { Command } from '../Command.js';
import { InputError, UsageError } from '../errors.js';
import { createBroken } from '../input/createBroken.js';
import type { Io } from '../Io.js';
import { createProgress } from '../progress.js';
import { count, readArgs, someFiles, text } from '../readArgs.js';
import { readCut } from '../readCut.js';
import { readCases, type Cases } from '../recordings/readCases.js';
import { trainTable } from '../tables/trainTable.js';
import { writeOut } from '../writeOut.js';

const HELP = `Usage: beforehand train FILE… [--batch N] [--out prior.json]

Trains the prior that a site ships, so that its visitors need not start from nothing. Each recording
is seen once, in the order of the files.

FILE      recordings with labels: JSON lines {"id", "user", "label", "events"}, or rrweb recordings
          as {"id", "user", "label", "events"}; or a table with a header and a label column (CSV);
          plain or gzip; - is standard input

  --batch N      examples a learning step (1)
  --cut WHERE    which moments to learn from: every action, the end, 6actions, 20s (every)
  --partial      a part of a prior, for beforehand merge: train the parts anywhere, in any order
  --label NAME   the label's column in a table (the last)
  --out FILE     where to write it (standard output)
  --progress     tells how far it is, also where standard error is no terminal
`;

/** `beforehand train`. */
export const train: Command = { summary: 'the prior that a site ships', help: HELP, run };

async function run(given: readonly string[], io: Io): Promise<number> {
  const args = readArgs(given, {
    batch: { type: 'string' },
    cut: { type: 'string' },
    partial: { type: 'boolean' },
    label: { type: 'string' },
    out: { type: 'string' },
    progress: { type: 'boolean' },
  });
  const files = someFiles(args, 'recording');
  const batchSize = count(args, 'batch', 1);
  const cut = readCut(text(args, 'cut') ?? 'every');
  const progress = createProgress(io, args.flags.progress === true);
  const broken = createBroken(io, progress.end);
  const label = text(args, 'label');
  const cases = await readCases(files, { io, broken, progress, label });
  const onProgress = (done: number, total: number) =>
    progress.tell(`learned from ${done} of ${total}`, done / total);
  const isPart = args.flags.partial === true;
  const prior =
    cases.kind === 'table'
      ? trainTable(cases.table, { batchSize, isPart, onProgress })
      : trainPrior(labelled(cases, io), { batchSize, cut, onProgress });
  progress.end();
  writeOut(text(args, 'out'), `${JSON.stringify(prior)}\n`, io);
  return 0;
}

function labelled(cases: Cases, io: Io): readonly Recording[] {
  if (cases.kind !== 'recordings')
    throw new UsageError('an export holds no moments to learn from; give recordings or a table');
  const known = cases.recordings.filter(({ label }) => label !== undefined);
  if (known.length === 0)
    throw new InputError('no recording has a "label" of 0 or 1, so there is nothing to learn');
  const unknown = cases.recordings.length - known.length;
  if (unknown > 0) io.complain(`passed over ${unknown} without a label\n`);
  return known;
}
