import type { IDBPDatabase } from 'idb';
import { toBeforehandError } from '../errors.js';
import type { Report } from '../guard.js';
import type { IdbConnection } from './idbConnection.js';
import { memoryTables, type MemoryTables } from './memoryTables.js';
import { makeRoom } from './pruneDecisions.js';
import type { Note, Run, Transaction } from './Tables.js';
import { transact } from './transact.js';

interface CreateRunOptions {
  connection: IdbConnection;
  /** Holds what this page has read and written, the log in part, for when there is nothing else. */
  memory: MemoryTables;
  report: Report;
  /** False: IndexedDB is left alone from the start. */
  persistent: boolean;
}

/**
 * Runs transactions in IndexedDB for as long as it works, in memory from then on.
 *
 * ```text
 * work ─▶ IndexedDB ────────────────────────────────▶ result
 *            │ fails: reopen, or make room; once more ──▶ result
 *            │ fails again: report; from now on
 *            └────────────────────────────▶ memory ─▶ result
 * ```
 */
export function createRun(options: CreateRunOptions) {
  const { connection, memory, report } = options;
  let { persistent } = options;
  // Counts erasures: what began before one must not bring anything back.
  let era = 0;

  const lose = (thrown: unknown) => {
    if (!persistent) return;
    const code = isNamed(thrown, 'QuotaExceededError') ? 'quota' : 'storage-unavailable';
    report(toBeforehandError(code, thrown));
    close();
  };

  const close = () => {
    persistent = false;
    connection.drop();
  };

  /** What helps against each kind of failure, once. */
  const mend = async (db: IDBPDatabase, thrown: unknown) => {
    if (isNamed(thrown, 'QuotaExceededError')) {
      await transact(db, ['decisions'], 'readwrite', makeRoom, memory.note).catch(() => {});
    } else if (connection.db === db) {
      connection.drop();
    }
  };

  const run: Run = <Result>(...[names, mode, work]: Transaction<Result>): Promise<Result> => {
    const born = era;
    const isStale = () => born !== era;
    const note: Note = (...row) => void (isStale() || memory.note(...row));
    /** As if nothing had ever been kept, and keeping nothing. */
    const nowhere = () => memoryTables().run(work);

    const open = () =>
      connection.open().catch((thrown: unknown) => {
        if (!isStale()) lose(thrown);
        return undefined;
      });

    const attempt = async (isFirst: boolean): Promise<Result> => {
      if (isStale()) return nowhere();
      if (!persistent) return memory.run(work);
      // No `await` while it is open: the transaction has to begin before this returns.
      const db = connection.db ?? (await open());
      if (!db || isStale()) return attempt(isFirst);
      try {
        return await transact(db, names, mode, work, note);
      } catch (thrown) {
        if (isFirst) await mend(db, thrown);
        else if (!isStale()) lose(thrown);
        return attempt(false);
      }
    };
    return attempt(true);
  };

  return {
    run,
    close,
    /** Clears memory and makes work that is under way come to nothing. */
    forget: () => {
      era += 1;
      memory.clear();
    },
    get persistent() {
      return persistent;
    },
  };
}

function isNamed(thrown: unknown, name: string): boolean {
  return (thrown as Error | null)?.name === name;
}
