import { readRecording } from '../../src/evaluation/index.js';
import type { Command } from '../Command.js';
import { createBroken } from '../input/createBroken.js';
import type { Item } from '../input/Item.js';
import { readItems } from '../input/readItems.js';
import type { Io } from '../Io.js';
import { createProgress } from '../progress.js';
import { readArgs, someFiles, text } from '../readArgs.js';
import { compareReplays, describeComparison, UNKNOWABLE } from '../replay/compareReplays.js';
import { describeReplay } from '../replay/describe.js';
import { readConfig } from '../replay/readConfig.js';
import { replayActions } from '../replay/replayActions.js';
import { replayRecording, type ReplayOptions } from '../replay/replayRecording.js';
import { toJson } from '../replay/toJson.js';
import type { Replayed } from '../replay/Replayed.js';

const HELP = `Usage: beforehand replay FILE… [--config C.json] [--against C2.json]

Runs recorded sessions through everything from capture to decision, in recorded time, and prints
what would have been shown, when and why.

FILE      rrweb recordings: of rrweb itself, PostHog, Sentry and most replay tools; or recorded
          actions, JSON lines {"id", "user", "events"}; plain or gzip; - is standard input

  --config C     options as the script tag's data-config takes them: tasks, articles, limits …
  --against C2   a second configuration: prints the difference
  --all          every moment that was looked at, and each change of page
  --json         one object a recording, for machines
  --progress     tells how far it is, also where standard error is no terminal
`;

/** `beforehand replay`. */
export const replay: Command = {
  summary: 'what would have been shown, when and why',
  help: HELP,
  run,
};

interface Printed {
  first: Replayed;
  second: Replayed | undefined;
}

async function run(given: readonly string[], io: Io): Promise<number> {
  const args = readArgs(given, {
    config: { type: 'string' },
    against: { type: 'string' },
    all: { type: 'boolean' },
    json: { type: 'boolean' },
    progress: { type: 'boolean' },
  });
  const files = someFiles(args, 'recording');
  const against = text(args, 'against');
  const settings = await readConfig(text(args, 'config'), '--config', io);
  const others = against === undefined ? undefined : await readConfig(against, '--against', io);
  const progress = createProgress(io, args.flags.progress === true);
  const broken = createBroken(io, progress.end);
  let used = 0;

  const play = async ({ id, replay: replayWith }: Playable): Promise<Printed> => {
    const onProgress = (done: number) => progress.tell(id, done);
    const first = await replayWith({ settings, onProgress });
    return { first, second: others && (await replayWith({ settings: others, onProgress })) };
  };

  const print = (id: string, { first, second }: Printed) => {
    if (args.flags.json) io.write(`${JSON.stringify(toJson(id, first, second))}\n`);
    else if (second) io.write(describeComparison(id, compareReplays(first, second)));
    else io.write(`${describeReplay(id, first, args.flags.all === true)}\n`);
  };

  for await (const item of readItems(files, { io, onBroken: broken.onBroken })) {
    try {
      const playable = toPlayable(item);
      const played = await play(playable);
      progress.end();
      if (played.first.pages === 0) throw new Error('has no full snapshot of a page to replay');
      used += 1;
      print(playable.id, played);
    } catch (thrown) {
      broken.onBroken(item, (thrown as Error).message);
    }
  }
  broken.end(used);
  if (others && !args.flags.json) io.write(UNKNOWABLE);
  return 0;
}

/** A recording of either kind. */
interface Playable {
  readonly id: string;
  readonly replay: (options: ReplayOptions) => Promise<Replayed>;
}

/** @throws when it is no recording */
function toPlayable(item: Item): Playable {
  if (item.kind === 'session') {
    const { id, events } = item.session;
    return { id, replay: (options) => replayRecording(events, options) };
  }
  if (item.kind === 'recording') {
    const recording = readRecording(item.json);
    return { id: recording.id, replay: (options) => replayActions(recording, options) };
  }
  throw new Error(WHY_NOT[item.kind]);
}

const WHY_NOT = {
  export: 'is an export, which holds decisions and not what led to them; use report',
  row: 'is a row of a table; use evaluate or train',
  other: 'is no recording',
} as const;
