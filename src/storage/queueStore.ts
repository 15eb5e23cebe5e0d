import type { Clock, DecisionRecord } from '../types.js';
import type { Sieve } from './createSieve.js';
import { isDecisionRecord } from './isDecisionRecord.js';
import { isPending } from './isPending.js';
import { isRecent, MAX_DECISIONS, pruneDecisions } from './pruneDecisions.js';
import type { Store } from './Store.js';
import type { Run, Tables } from './Tables.js';

/** Far more than can be open at once: predictions settle within half an hour of the last visit. */
const MAX_PENDING = 1_000;

/** The queue of predictions without an outcome, and the log of those with one. */
export function queueStore(run: Run, sieve: Sieve, clock: Clock) {
  const pending: Store['pending'] = async () =>
    sieve.all(
      isPending,
      await run(['pending'], 'readonly', (tables) => tables.newest('pending', MAX_PENDING)),
    );

  const putPending: Store['putPending'] = (rows) =>
    run(['pending'], 'readwrite', (tables) => {
      for (const row of sieve.all(isPending, rows)) tables.put('pending', row);
    });

  const settle: Store['settle'] = (records) =>
    run(['pending', 'decisions'], 'readwrite', async (tables) => {
      const known = byId(sieve.all(isDecisionRecord, records));
      const waiting = await Promise.all(known.map(({ id }) => isWaiting(tables, id)));
      for (const { id } of known) tables.delete('pending', id);
      const settled = known.filter((_, i) => waiting[i]);
      for (const record of settled) tables.put('decisions', record);
      await pruneDecisions(tables, settled.length, clock.wallTime());
      return settled.map(({ id }) => id);
    });

  const decisions: Store['decisions'] = async () => {
    const rows = await run(['decisions'], 'readonly', (tables) =>
      tables.newest('decisions', MAX_DECISIONS),
    );
    return sieve.all(isDecisionRecord, rows).filter(({ at }) => isRecent(at, clock.wallTime()));
  };

  return { pending, putPending, settle, decisions };
}

function byId(records: readonly DecisionRecord[]): DecisionRecord[] {
  return [...new Map(records.map((record) => [record.id, record])).values()];
}

/** A slow tab may put a prediction back on the queue that another has settled: the log knows. */
async function isWaiting(tables: Tables, id: string): Promise<boolean> {
  const [queued, logged] = await Promise.all([
    tables.get('pending', id),
    tables.get('decisions', id),
  ]);
  return queued !== undefined && logged === undefined;
}
