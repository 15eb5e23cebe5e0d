import { isPart, readPart, type Prior } from '../src/evaluation/index.js';
import { UsageError } from './errors.js';
import type { Io } from './Io.js';
import { readJson } from './readJson.js';

/**
 * The prior that `--prior` names, if any; of a part, its own.
 *
 * @throws UsageError that says what is wrong with it
 */
export async function readPrior(file: string | undefined, io: Io): Promise<Prior | undefined> {
  if (file === undefined) return undefined;
  const json = await readJson(file, '--prior', io);
  try {
    const part = readPart(json);
    return isPart(part) ? part.prior : part;
  } catch (thrown) {
    throw new UsageError(`--prior ${file}: ${(thrown as Error).message}`);
  }
}
