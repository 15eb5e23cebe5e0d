import type { IDBPDatabase } from 'idb';

/**
 * One entry a version of the schema, each adding to the one before. They run in order on old
 * databases, so a released one never changes: the list only grows.
 *
 * Every option is given: a page that puts `keyPath` or `unique` on `Object.prototype` would
 * otherwise have its way with our schema, for good.
 */
export const MIGRATIONS: readonly ((db: IDBPDatabase) => void)[] = [
  (db) => {
    for (const table of ['models', 'visitor']) {
      db.createObjectStore(table, { keyPath: 'slot', autoIncrement: false });
    }
    for (const table of ['pending', 'decisions']) {
      db.createObjectStore(table, { keyPath: 'id', autoIncrement: false }).createIndex('at', 'at', {
        unique: false,
        multiEntry: false,
      });
    }
  },
];
