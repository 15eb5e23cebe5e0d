import type { Io } from '../Io.js';
import { createRowReader } from './createRowReader.js';
import type { FoundEvent } from './findEvents.js';
import type { Item, Place } from './Item.js';
import { readLines, type Line } from './readLines.js';
import { toItems, toSessions } from './toItems.js';

export interface ReadOptions {
  readonly io: Io;
  /** Told of what is left out: a line that is broken, a file that cannot be read. */
  readonly onBroken: (place: Place, reason: string) => void;
  readonly onLine?: (place: Place) => void;
}

/** Everything in some files, in their order, each by what it is and not by what it is called. */
export async function* readItems(
  files: readonly string[],
  options: ReadOptions,
): AsyncGenerator<Item> {
  for (const file of files) {
    const events: FoundEvent[] = [];
    try {
      for await (const found of readFile(file, options)) {
        if ('event' in found) events.push(found);
        else yield found;
      }
    } catch (thrown) {
      options.onBroken({ file }, toReason(thrown));
    }
    // A file of events, one a line or all in one list, is one recording.
    if (events.length > 0) yield* toSessions(events, { file });
  }
}

async function* readFile(file: string, options: ReadOptions): AsyncGenerator<Item | FoundEvent> {
  const lines = readLines(file, options.io);
  const head = await take(lines, 2);
  const [first] = head;
  if (!first) throw new Error('is empty');
  const all = chain(head, lines);
  if (!/^\s*[[{]/.test(first.text)) yield* readTable(file, all, options);
  else if (isWhole(head)) yield* await readWhole(file, all, options);
  else yield* readJsonLines(file, all, options);
}

/** One JSON text, over one line or many: a first line that is none by itself begins one. */
function isWhole([first, second]: readonly Line[]): boolean {
  if (!second || /^\s*[[{]\s*$/.test(first!.text)) return true;
  return !isJson(first!.text) && !isJson(second.text);
}

async function readWhole(
  file: string,
  lines: AsyncIterable<Line>,
  options: ReadOptions,
): Promise<Item[] | FoundEvent[]> {
  const texts: string[] = [];
  for await (const { text } of lines) texts.push(text);
  const place = { file };
  return safely(() => toItems(parse(texts.join('\n')), place), place, options) ?? [];
}

async function* readJsonLines(
  file: string,
  lines: AsyncIterable<Line>,
  options: ReadOptions,
): AsyncGenerator<Item | FoundEvent> {
  for await (const { number: line, text } of lines) {
    const place = { file, line };
    options.onLine?.(place);
    yield* safely(() => toItems(parse(text), place), place, options) ?? [];
  }
}

async function* readTable(
  file: string,
  lines: AsyncIterable<Line>,
  options: ReadOptions,
): AsyncGenerator<Item> {
  let reader: ReturnType<typeof createRowReader> | undefined;
  for await (const { number: line, text } of lines) {
    const place = { file, line };
    options.onLine?.(place);
    if (!reader) {
      reader = createRowReader(text);
      continue;
    }
    const { read } = reader;
    const row = safely(() => read(text), place, options);
    if (row) yield { ...place, kind: 'row', row };
  }
}

async function take<T>(source: AsyncGenerator<T>, most: number): Promise<T[]> {
  const taken: T[] = [];
  while (taken.length < most) {
    const next = await source.next();
    if (next.done) break;
    taken.push(next.value);
  }
  return taken;
}

async function* chain<T>(head: readonly T[], rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield* head;
  yield* rest;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('not JSON');
  }
}

function safely<T>(fn: () => T, place: Place, { onBroken }: ReadOptions): T | undefined {
  try {
    return fn();
  } catch (thrown) {
    onBroken(place, toReason(thrown));
    return undefined;
  }
}

function toReason(thrown: unknown): string {
  const { code, message } = thrown as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'is a folder; name the files in it';
  return message;
}
