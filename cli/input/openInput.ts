import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { Io } from '../Io.js';

/** Bytes of a file, or of standard input for `-`; unpacked where they are gzip, by what they are. */
export async function* openInput(file: string, { stdin }: Io): AsyncGenerator<Buffer> {
  const source: AsyncIterable<Buffer> = file === '-' ? stdin : createReadStream(file);
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const bytes = Readable.from(startingWith(Buffer.from(first.value), chunks));
  if (!isGzip(Buffer.from(first.value))) yield* bytes as AsyncIterable<Buffer>;
  // What is wrong with the file comes out of the stream that is read.
  else yield* pipeline(bytes, createGunzip(), () => {}) as AsyncIterable<Buffer>;
}

async function* startingWith(first: Buffer, rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next())
    yield Buffer.from(next.value);
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
