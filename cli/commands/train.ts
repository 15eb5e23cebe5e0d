import {
  createPartTraining,
  trainPrior,
  type Part,
  type Prior,
  type Recording,
  type TrainOptions,
} from '../../src/evaluation/index.js';
import type { Command } from '../Command.js';
import { UsageError } from '../errors.js';
import { createBroken } from '../input/createBroken.js';
import type { Io } from '../Io.js';
import { createProgress } from '../progress.js';
import { count, readArgs, someFiles, text } from '../readArgs.js';
import { readCut } from '../readCut.js';
import { createLabelled } from '../recordings/createLabelled.js';
import { readCases, type Cases, type CasesOptions } from '../recordings/readCases.js';
import { trainTable, type TablePrior } from '../tables/trainTable.js';
import { writeOut } from '../writeOut.js';

const HELP = `Usage: beforehand train FILE… [--batch N] [--out prior.json]

Trains the prior that a site ships, so that its visitors need not start from nothing. Each recording
is seen once, in the order of the files.

FILE      recordings with labels: JSON lines {"id", "user", "label", "events"}, or rrweb recordings
          as {"id", "user", "label", "events"}; or a table with a header and a label column (CSV);
          plain or gzip; - is standard input

  --batch N      examples a learning step (1)
  --cut WHERE    which moments to learn from: every action, the end, 6actions, 20s (every)
  --partial      a part, for beforehand merge: train the parts anywhere, in any order; it holds some of
                 the recordings, without names, so it is for whoever has them, and never shipped
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
  const how = { batchSize: count(args, 'batch', 1), cut: readCut(text(args, 'cut') ?? 'every') };
  const progress = createProgress(io, args.flags.progress === true);
  const broken = createBroken(io, progress.end);
  const options = { io, broken, progress, label: text(args, 'label') };
  const train = args.flags.partial === true ? trainInPart : trainWhole;
  const learned = await train(files, options, how);
  progress.end();
  writeOut(text(args, 'out'), `${JSON.stringify(learned)}\n`, io);
  return 0;
}

type How = Required<Pick<TrainOptions, 'batchSize' | 'cut'>>;

async function trainWhole(
  files: readonly string[],
  options: CasesOptions,
  how: How,
): Promise<Prior | TablePrior> {
  const cases = await readCases(files, options);
  const onProgress = (done: number, total: number) =>
    options.progress.tell(`learned from ${done} of ${total}`, done / total);
  if (cases.kind === 'table') return trainTable(cases.table, { ...how, onProgress });
  const labelled = createLabelled(options.io);
  const known = recordingsOf(cases).filter(labelled.has);
  labelled.end();
  return trainPrior(known, { ...how, onProgress });
}

/** Learns while it reads, so that a part of any size fits into memory. */
async function trainInPart(
  files: readonly string[],
  options: CasesOptions,
  how: How,
): Promise<Part> {
  const training = createPartTraining(how);
  const labelled = createLabelled(options.io);
  const cases = await readCases(files, {
    ...options,
    onRecording: (recording) => {
      if (labelled.has(recording)) training.learn(recording);
    },
  });
  if (cases.kind === 'table')
    throw new UsageError('--partial is for recordings; leave it out for a table');
  recordingsOf(cases);
  labelled.end();
  return training.toPart();
}

function recordingsOf(cases: Exclude<Cases, { readonly kind: 'table' }>): readonly Recording[] {
  if (cases.kind === 'recordings') return cases.recordings;
  throw new UsageError('an export holds no moments to learn from; give recordings or a table');
}
