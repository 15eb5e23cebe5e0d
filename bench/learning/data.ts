import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readRecording, type Recording } from '../../src/evaluation/index.js';
import type { Label } from '../../src/types.js';

const FOLDER = resolve('../shared/data');

/** Lines of a file of the data folder; `undefined`, with a word about it, where there is none. */
function lines(name: string): string[] | undefined {
  const file = `${FOLDER}/${name}.gz`;
  if (existsSync(file)) return gunzipSync(readFileSync(file)).toString().trim().split(/\r?\n/);
  console.log(`(no ${name}.gz in ${FOLDER}: left out)`);
  return undefined;
}

export function readSessions(name: string): readonly Recording[] | undefined {
  return lines(`${name}.jsonl`)?.map((line) => readRecording(JSON.parse(line)));
}

export interface Stream {
  readonly names: readonly string[];
  readonly rows: readonly { readonly x: Float64Array; readonly y: Label }[];
}

/** A table whose last column is the label: `UP` or 1. */
export function readStream(name: string): Stream | undefined {
  const [header, ...rows] = lines(`${name}.csv`)?.map((line) => line.split(',')) ?? [];
  return (
    header && {
      names: header.slice(0, -1),
      rows: rows.map((row) => ({
        x: Float64Array.from(row.slice(0, -1), Number),
        y: row.at(-1) === 'UP' || Number(row.at(-1)) === 1 ? 1 : 0,
      })),
    }
  );
}

/** The same without who and what: for what events alone can tell. */
export function anonymous(recordings: readonly Recording[]): readonly Recording[] {
  return recordings.map(({ id, label, startMs, endMs, events }) => ({
    id,
    user: id,
    events,
    ...(label !== undefined && { label }),
    ...(startMs !== undefined && { startMs }),
    ...(endMs !== undefined && { endMs }),
  }));
}

/** Those that go on beyond a moment. */
export function longerThan(recordings: readonly Recording[], seconds: number) {
  return recordings.filter(({ events }) => (events.at(-1)?.[0] ?? 0) > 1000 * seconds);
}

/** At most so many, from the whole length of a stream, which is not the same everywhere. */
export function thinned(recordings: readonly Recording[], most: number): readonly Recording[] {
  const step = Math.max(1, recordings.length / most);
  return recordings.filter((_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step));
}
