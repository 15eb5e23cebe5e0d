import type { Milliseconds, WallTime } from '../types.js';
import type { Tables } from './Tables.js';

/** Enough for the intervals of a report, at about 2 MB. */
export const MAX_DECISIONS = 5_000;

const RETENTION_MS: Milliseconds = 30 * 24 * 3_600_000;

/** Whether a decision is young enough to be kept. One from the future is: the clock was set back. */
export function isRecent(at: WallTime, now: WallTime): boolean {
  return now - at < RETENTION_MS;
}

/**
 * Deletes a few of the decisions that are too old or too many: ten more than came in, so that the
 * log shrinks to its bounds by and by, and a clock that jumped ahead does not empty it at once.
 *
 * @param added - how many came in since, in this transaction
 */
export async function pruneDecisions(tables: Tables, added: number, now: WallTime): Promise<void> {
  const excess = (await tables.count('decisions')) - MAX_DECISIONS;
  const oldest = await tables.oldest('decisions', added + 10);
  oldest.forEach((row, i) => {
    const { id, at } = row as { id: string; at: WallTime };
    if (i < excess || !isRecent(at, now)) tables.delete('decisions', id);
  });
}

/** Deletes the oldest fifth of the log, when the browser has no more room for us. */
export async function makeRoom(tables: Tables): Promise<void> {
  const n = Math.ceil((await tables.count('decisions')) / 5);
  const oldest = await tables.oldest('decisions', n);
  for (const row of oldest) tables.delete('decisions', (row as { id: string }).id);
}
