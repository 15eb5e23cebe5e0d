import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { keyOf, type Note, type TableName, type Tables, type Work } from './Tables.js';

/**
 * Does `work` in one transaction of IndexedDB, which is opened before this returns: a page that is
 * being hidden has no later.
 *
 * @param note - told of rows when they are read, and of writes once they are committed
 * @returns what `work` returned, when the transaction is complete
 * @throws the reason why the transaction failed; then nothing was written
 */
export async function transact<Result>(
  db: IDBPDatabase,
  names: readonly TableName[],
  mode: IDBTransactionMode,
  work: Work<Result>,
  note: Note,
): Promise<Result> {
  const tx = db.transaction(names, mode);
  const failures: unknown[] = [];
  const failed = (reason: unknown) => void failures.push(reason);
  // A request may succeed and its transaction fail, over quota for instance: only `done` is true.
  const done = tx.done.catch(failed);
  const writes: Parameters<Note>[] = [];
  let result: Result | undefined;
  try {
    const pending = work(toTables(tx, note, writes, failed));
    // Only writes: asked to commit now, Chromium does so even if the page is gone in a moment.
    if (!(pending instanceof Promise)) tx.commit();
    result = await pending;
  } catch (thrown) {
    failed(thrown);
    abort(tx);
  }
  await done;
  if (failures.length > 0) throw rootOf(failures);
  for (const write of writes) note(...write);
  return result as Result;
}

type Transaction = IDBPTransaction<unknown, TableName[], IDBTransactionMode>;

function toTables(
  tx: Transaction,
  note: Note,
  writes: Parameters<Note>[],
  failed: (reason: unknown) => void,
): Tables {
  const index = (table: TableName) => tx.objectStore(table).index('at');
  // Writes exist on read-write transactions only; the caller chose the mode.
  const store = (table: TableName) => tx.objectStore(table) as unknown as Writable;
  return {
    get: async (table, key) => {
      const row: unknown = await tx.objectStore(table).get(key);
      note(table, key, row);
      return row;
    },
    count: (table) => index(table).count(),
    oldest: (table, n) => index(table).getAll(undefined, n),
    newest: async (table, n) => {
      const range = await rangeOfNewest(index(table), n);
      const rows = ((await index(table).getAll(range)) as unknown[]).slice(-n);
      // Of the log, memory keeps what this page has added.
      if (table === 'pending') for (const row of rows) note(table, keyOf(table, row), row);
      return rows;
    },
    put: (table, row) => {
      store(table).put(row).catch(failed);
      writes.push([table, keyOf(table, row), row]);
    },
    delete: (table, key) => {
      store(table).delete(key).catch(failed);
      writes.push([table, key, undefined]);
    },
  };
}

interface Writable {
  put(row: unknown): Promise<unknown>;
  delete(key: string): Promise<void>;
}

/** Spares reading a table that somebody let grow: one step of a key cursor skips the rest. */
async function rangeOfNewest(
  index: ReturnType<ReturnType<Transaction['objectStore']>['index']>,
  n: number,
) {
  const skipped = (await index.count()) - n;
  if (skipped <= 0) return undefined;
  const cursor = await (await index.openKeyCursor())?.advance(skipped);
  return cursor && IDBKeyRange.lowerBound(cursor.key);
}

function abort(tx: Transaction): void {
  try {
    tx.abort();
  } catch {
    // It is over already.
  }
}

/** The failure behind the others: an abort only says that something else failed. */
function rootOf(failures: readonly unknown[]): unknown {
  return failures.find((reason) => (reason as Error | null)?.name !== 'AbortError') ?? failures[0];
}
