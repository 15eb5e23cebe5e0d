import type { DecisionRecord, Pending, Visitor } from '../types.js';

/** One of the two places a model is saved in by turns, so that the former save always survives. */
export interface ModelRow {
  readonly slot: 'A' | 'B';
  readonly generation: number;
  readonly state: unknown;
}

export interface VisitorRow {
  readonly slot: 'only';
  readonly visitor: Visitor;
}

/** What is kept, by table, which is also the name of the object store. */
export interface Rows {
  readonly models: ModelRow;
  readonly pending: Pending;
  readonly decisions: DecisionRecord;
  readonly visitor: VisitorRow;
}

export type TableName = keyof Rows;
/** Tables whose rows have a time `at` and are indexed by it. */
export type TimedTable = 'pending' | 'decisions';

/** The property that is each table's key. */
export const KEYS = { models: 'slot', pending: 'id', decisions: 'id', visitor: 'slot' } as const;

export function keyOf(table: TableName, row: unknown): string {
  return (row as Record<string, string>)[KEYS[table]]!;
}

/**
 * What can be done inside one transaction, in memory or in IndexedDB.
 *
 * Reads give whatever is there: who reads, validates. Writes need no waiting for: the transaction
 * as a whole succeeds or fails.
 */
export interface Tables {
  get(table: TableName, key: string): Promise<unknown>;
  count(table: TimedTable): Promise<number>;
  /** At most `n` rows with the smallest `at`, oldest first. */
  oldest(table: TimedTable, n: number): Promise<unknown[]>;
  /** At most `n` rows with the largest `at`, oldest first. */
  newest(table: TimedTable, n: number): Promise<unknown[]>;
  put<Name extends TableName>(table: Name, row: Rows[Name]): void;
  delete(table: TableName, key: string): void;
}

/** The steps of one transaction. Waits for nothing but its tables, or the transaction ends early. */
export type Work<Result> = (tables: Tables) => Promise<Result> | Result;

/** Told of each row that is known to be stored now, or to be gone. */
export type Note = (table: TableName, key: string, row: unknown) => void;

/** The tables a transaction is about, whether it writes, and what it does. */
export type Transaction<Result> = [
  names: readonly TableName[],
  mode: 'readonly' | 'readwrite',
  work: Work<Result>,
];

/** Does a transaction wherever there is one to be had. Does not reject. */
export type Run = <Result>(...transaction: Transaction<Result>) => Promise<Result>;
