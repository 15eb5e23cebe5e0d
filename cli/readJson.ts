import { UsageError } from './errors.js';
import { openInput } from './input/openInput.js';
import type { Io } from './Io.js';

/**
 * Reads one JSON file that a flag names.
 *
 * @throws UsageError that names the flag, when there is no such file or it holds no JSON
 */
export async function readJson(file: string, flag: string, io: Io): Promise<unknown> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of openInput(file, io)) chunks.push(chunk);
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch (thrown) {
    const { message } = thrown as Error;
    throw new UsageError(`${flag} ${file} cannot be read: ${message}; give a JSON file`);
  }
}
