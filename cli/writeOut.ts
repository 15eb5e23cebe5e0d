import { writeFileSync } from 'node:fs';
import { UsageError } from './errors.js';
import type { Io } from './Io.js';

/**
 * Writes a result to the file that `--out` names, or to standard output.
 *
 * @throws UsageError when the file cannot be written
 */
export function writeOut(file: string | undefined, text: string, io: Io): void {
  if (file === undefined || file === '-') {
    io.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (thrown) {
    throw new UsageError(`--out ${file} cannot be written: ${(thrown as Error).message}`);
  }
}
