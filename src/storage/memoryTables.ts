import {
  keyOf,
  type Note,
  type TableName,
  type Tables,
  type TimedTable,
  type Work,
} from './Tables.js';

export interface MemoryTables {
  /** Runs transactions one after the other, so that each sees what the former left. */
  run<Result>(work: Work<Result>): Promise<Result>;
  /** Takes over what is known of a row in the database, for the day the database is lost. */
  readonly note: Note;
  /** Takes its turn as well, so that what began before cannot write after it. */
  clear(): void;
}

/** Of the log, a database's copy in memory keeps the last rows only. */
const MAX_NOTED_DECISIONS = 500;

/** Tables that live as long as the page. Rows are kept as given, and never changed. */
export function memoryTables(): MemoryTables {
  const maps: Record<TableName, Map<string, unknown>> = {
    models: new Map(),
    pending: new Map(),
    decisions: new Map(),
    visitor: new Map(),
  };
  const tables = toTables(maps);
  let last: Promise<unknown> = Promise.resolve();

  const run = <Result>(work: Work<Result>) => {
    const result = last.then(() => work(tables));
    last = result.catch(() => {});
    return result;
  };

  return {
    run,
    note: (table, key, row) => {
      if (row === undefined) maps[table].delete(key);
      else maps[table].set(key, row);
      const { decisions } = maps;
      if (decisions.size > MAX_NOTED_DECISIONS) decisions.delete(decisions.keys().next().value!);
    },
    clear: () => void run(() => Object.values(maps).forEach((map) => map.clear())),
  };
}

function toTables(maps: Record<TableName, Map<string, unknown>>): Tables {
  const sorted = (table: TimedTable) => ([...maps[table].values()] as Timed[]).sort(byTime);
  return {
    get: (table, key) => Promise.resolve(maps[table].get(key)),
    count: (table) => Promise.resolve(maps[table].size),
    oldest: (table, n) => Promise.resolve(sorted(table).slice(0, n)),
    newest: (table, n) => Promise.resolve(sorted(table).slice(-n)),
    put: (table, row) => maps[table].set(keyOf(table, row), row),
    delete: (table, key) => maps[table].delete(key),
  };
}

interface Timed {
  readonly id: string;
  readonly at: number;
}

/** As an index of IndexedDB sorts: rows of the same time by their key. */
function byTime(a: Timed, b: Timed): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
