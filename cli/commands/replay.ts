import type { Command } from '../Command.js';
import { createBroken } from '../input/createBroken.js';
import type { Session } from '../input/Item.js';
import { readItems } from '../input/readItems.js';
import type { Io } from '../Io.js';
import { createProgress } from '../progress.js';
import { readArgs, someFiles, text } from '../readArgs.js';
import { compareReplays, describeComparison, UNKNOWABLE } from '../replay/compareReplays.js';
import { describeReplay } from '../replay/describe.js';
import { readConfig } from '../replay/readConfig.js';
import { replayRecording } from '../replay/replayRecording.js';
import { toJson } from '../replay/toJson.js';
import type { Replayed } from '../replay/Replayed.js';

const HELP = `Usage: beforehand replay FILE… [--config C.json] [--against C2.json]

Runs recorded sessions through everything from capture to decision, in recorded time, and prints
what would have been shown, when and why.

FILE      rrweb recordings: of rrweb itself, PostHog, Sentry and most replay tools; JSON or JSON
          lines, plain or gzip; - is standard input

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

  const play = async ({ id, events }: Session): Promise<Printed> => {
    const onProgress = (done: number) => progress.tell(id, done);
    const first = await replayRecording(events, { settings, onProgress });
    return {
      first,
      second: others && (await replayRecording(events, { settings: others, onProgress })),
    };
  };

  const print = (id: string, { first, second }: Printed) => {
    if (args.flags.json) io.write(`${JSON.stringify(toJson(id, first, second))}\n`);
    else if (second) io.write(describeComparison(id, compareReplays(first, second)));
    else io.write(`${describeReplay(id, first, args.flags.all === true)}\n`);
  };

  for await (const item of readItems(files, { io, onBroken: broken.onBroken })) {
    if (item.kind !== 'session') {
      broken.onBroken(item, WHY_NOT[item.kind]);
      continue;
    }
    const played = await play(item.session);
    progress.end();
    if (played.first.pages === 0) {
      broken.onBroken(item, 'has no full snapshot of a page, so there is nothing to replay');
      continue;
    }
    used += 1;
    print(item.session.id, played);
  }
  broken.end(used);
  if (others && !args.flags.json) io.write(UNKNOWABLE);
  return 0;
}

const WHY_NOT = {
  recording: 'is a list of actions without the page they were done on; use evaluate or train',
  export: 'is an export, which holds decisions and not what led to them; use report',
  row: 'is a row of a table; use evaluate or train',
  other: 'is no recording',
} as const;
