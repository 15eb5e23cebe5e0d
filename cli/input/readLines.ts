import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { Io } from '../Io.js';
import { openInput } from './openInput.js';

export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** Lines of a file that hold something. What cannot be read on ends them, by an error. */
export async function* readLines(file: string, io: Io): AsyncGenerator<Line> {
  const input = Readable.from(openInput(file, io), { objectMode: false });
  let failure: unknown;
  const lines = createInterface({ input, crlfDelay: Infinity });
  // The lines would else just stop, as if the file were whole.
  input.on('error', (error) => {
    failure = error;
    lines.close();
  });
  let number = 0;
  for await (const text of lines) {
    number += 1;
    const isFirst = number === 1;
    if (text.trim()) yield { number, text: isFirst ? text.replace(/^\uFEFF/, '') : text };
  }
  if (failure) throw failure as Error;
}
