import { evaluateRecordings, type Delay, type EvaluationRow } from '../../src/evaluation/index.js';
import type { Command } from '../Command.js';
import { InputError, UsageError } from '../errors.js';
import { createBroken } from '../input/createBroken.js';
import type { Io } from '../Io.js';
import { createProgress } from '../progress.js';
import { count, readArgs, someFiles, text, type Args } from '../readArgs.js';
import { readCut } from '../readCut.js';
import { readJson } from '../readJson.js';
import { readPrior } from '../readPrior.js';
import { describeRows } from '../recordings/describeRows.js';
import { evaluateDecisions } from '../recordings/evaluateDecisions.js';
import { readCases, type Cases } from '../recordings/readCases.js';
import { evaluateTable } from '../tables/evaluateTable.js';
import { fromTablePrior } from '../tables/trainTable.js';

const HELP = `Usage: beforehand evaluate FILE… [--prior P.json] [--cut 6actions|20s] [--json]

Tests, then trains, on each recording in turn (prequential evaluation), and prints how good every
model of the ladder was.

FILE      recordings with labels (JSON lines), rrweb recordings with labels, a table with a header
          and a label column (CSV), or exports of assistant.exportData(), whose own predictions are
          then judged; plain or gzip; - is standard input

  --prior P      what to start from, made by beforehand train
  --cut WHERE    where in each recording a probability is asked for: 6actions, 20s, every, end (end)
  --batch N      examples a learning step (1)
  --delay WHEN   when a label becomes known: 0, 60s, session, visit (0); for a table, after N rows
  --label NAME   the label's column in a table (the last)
  --json         {"rows": […]}, for machines
  --progress     tells how far it is, also where standard error is no terminal
`;

const FLAGS = {
  prior: { type: 'string' },
  cut: { type: 'string' },
  batch: { type: 'string' },
  delay: { type: 'string' },
  label: { type: 'string' },
  json: { type: 'boolean' },
  progress: { type: 'boolean' },
} as const;

const DELAYS: readonly string[] = ['0', '60s', 'session', 'visit'];

/** `beforehand evaluate`. */
export const evaluate: Command = {
  summary: 'how good each model is on your recordings',
  help: HELP,
  run,
};

type OnProgress = (done: number, total: number) => void;

async function run(given: readonly string[], io: Io): Promise<number> {
  const args = readArgs(given, FLAGS);
  const files = someFiles(args, 'recording');
  count(args, 'batch', 1);
  if (text(args, 'cut') !== undefined) readCut(text(args, 'cut')!);
  if (!/^(\d+|60s|session|visit)$/.test(text(args, 'delay') ?? '0')) throw wrongDelay(args);
  const progress = createProgress(io, args.flags.progress === true);
  const broken = createBroken(io, progress.end);
  const cases = await readCases(files, { io, broken, progress, label: text(args, 'label') });
  const rows = await evaluateCases(cases, args, io, (done, total) =>
    progress.tell(`evaluated ${done} of ${total}`, done / total),
  );
  progress.end();
  if (rows.length === 0)
    throw new InputError('no case has a label of 0 or 1, so nothing can be judged');
  io.write(args.flags.json ? `${JSON.stringify({ rows })}\n` : describeRows(rows));
  return 0;
}

async function evaluateCases(
  cases: Cases,
  args: Args,
  io: Io,
  onProgress: OnProgress,
): Promise<readonly EvaluationRow[]> {
  if (cases.kind === 'recordings') {
    const delay = text(args, 'delay') ?? '0';
    if (!DELAYS.includes(delay)) throw wrongDelay(args);
    const prior = await readPrior(text(args, 'prior'), io);
    return evaluateRecordings(cases.recordings, {
      cut: text(args, 'cut') ?? 'end',
      batchSize: count(args, 'batch', 1),
      delay: delay as Delay,
      ...(prior && { prior }),
      onProgress,
    });
  }
  if (text(args, 'cut') !== undefined)
    throw new UsageError('--cut is for recordings; leave it out for a table or an export');
  if (cases.kind === 'table') return evaluateTableWith(cases, args, io, onProgress);
  for (const name of ['prior', 'batch', 'delay'])
    if (text(args, name) !== undefined)
      throw new UsageError(
        `--${name} is for recordings and tables; an export was predicted already`,
      );
  return evaluateDecisions(cases.devices);
}

async function evaluateTableWith(
  { table }: Cases & { readonly kind: 'table' },
  args: Args,
  io: Io,
  onProgress: OnProgress,
): Promise<readonly EvaluationRow[]> {
  const delay = text(args, 'delay') ?? '0';
  if (!/^\d+$/.test(delay))
    throw new UsageError(
      `--delay is "${delay}", and a table has no clock; give rows, as --delay 48`,
    );
  const prior = text(args, 'prior');
  const known = prior === undefined ? undefined : await readJson(prior, '--prior', io);
  io.complain(`"${table.positive}" counts as 1\n`);
  return evaluateTable(table, {
    ...(known !== undefined && { model: fromTablePrior(known, table) }),
    batchSize: count(args, 'batch', 1),
    delay: Number(delay),
    onProgress,
  });
}

function wrongDelay(args: Args): UsageError {
  return new UsageError(
    `--delay is "${text(args, 'delay')}"; give 0, 60s, session or visit, and for a table a number of rows`,
  );
}
