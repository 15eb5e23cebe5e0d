import { toBeforehandError, type BeforehandErrorCode } from '../errors.js';
import { guard, type Report } from '../guard.js';
import type { Clock } from '../types.js';
import type { RouteLog } from './createRouteLog.js';
import { createRun } from './createRun.js';
import { createSieve } from './createSieve.js';
import { idbConnection } from './idbConnection.js';
import { memoryTables } from './memoryTables.js';
import { modelStore } from './modelStore.js';
import { queueStore } from './queueStore.js';
import type { Store } from './Store.js';
import { visitorStore } from './visitorStore.js';

export interface CreateStoreOptions {
  /** Of the database. */
  name: string;
  /** False: memory only, and IndexedDB is never touched. */
  persistent: boolean;
  /** Told once of each kind of failure. */
  report: Report;
  clock: Clock;
  /** Kept beside the database, exported and erased with it. @defaultValue none */
  routes?: RouteLog;
  /** Somebody else deleted the database: another tab, the page, or the visitor in the browser. */
  onErased?: () => void;
}

/**
 * The store: in IndexedDB for as long as that works, in memory from then on.
 *
 * The database opens at the first operation. While it is open, a write is issued before its method
 * returns, so it may be called from a `pagehide` listener. After `close`, memory is all there is.
 */
export function createStore(options: CreateStoreOptions): Store {
  const { name, persistent, clock, routes, onErased = () => {} } = options;
  const report = onceForEachCode(options.report);
  const memory = memoryTables();
  const connection = idbConnection({
    name,
    onErased: () => {
      backing.forget();
      routes?.erase();
      guard(report, 'internal', onErased);
    },
  });
  const backing = createRun({ connection, memory, report, persistent });
  const { run } = backing;
  const sieve = createSieve(report);
  const { savedModels, ...models } = modelStore(run, sieve);
  const queue = queueStore(run, sieve, clock);
  const visitors = visitorStore(run, sieve, report);

  return {
    ...models,
    ...queue,
    ...visitors,
    get persistent() {
      return backing.persistent;
    },
    exportAll: async () => ({
      models: await savedModels(),
      pending: await queue.pending(),
      decisions: await queue.decisions(),
      visitor: await visitors.visitor(),
      ...(routes && { routes: routes.read() }),
    }),
    erase: async () => {
      backing.forget();
      routes?.erase();
      // Also when it was lost: what is on the disk has to go all the same.
      if (persistent) await connection.erase().catch(toReport(report, 'storage-unavailable'));
    },
    close: backing.close,
  };
}

function onceForEachCode(report: Report): Report {
  const said = new Set<BeforehandErrorCode>();
  return (error) => {
    if (said.has(error.code)) return;
    said.add(error.code);
    report(error);
  };
}

function toReport(report: Report, code: BeforehandErrorCode) {
  return (thrown: unknown) => report(toBeforehandError(code, thrown));
}
