import { deleteDB, openDB, type IDBPDatabase } from 'idb';
import {
  catchError,
  defer,
  firstValueFrom,
  map,
  mergeMap,
  merge,
  Observable,
  Subject,
  takeUntil,
  timer,
} from 'rxjs';
import type { Milliseconds } from '../types.js';
import { MIGRATIONS } from './migrations.js';
import { KEYS } from './Tables.js';

export interface IdbConnectionOptions {
  name: string;
  /** Somebody else deleted the database: another tab, the page, or the visitor in the browser. */
  onErased: () => void;
}

/** One connection, opened when it is first needed and again when it was lost. */
export interface IdbConnection {
  /** The connection while it is open. */
  readonly db: IDBPDatabase | undefined;
  /** @throws when IndexedDB is missing, refuses, or does not answer in 3 s */
  open(): Promise<IDBPDatabase>;
  /** Closes the connection, or gives up opening it. `open` may be called again. */
  drop(): void;
  /** Deletes the database. Other tabs give way by themselves. */
  erase(): Promise<void>;
}

/** An upgrade that another tab blocks never settles; start-up must not wait for it. */
const ANSWER_MS: Milliseconds = 3_000;

/**
 * Chromium answers `UnknownError` for a moment after site data was cleared.
 *
 * @see {@link https://github.com/dexie/Dexie.js} `dexie-open.ts`, which tries again likewise
 */
const BACK_OFF_MS: readonly Milliseconds[] = [50, 200];

/** The one place that knows `idb`. */
export function idbConnection({ name, onErased }: IdbConnectionOptions): IdbConnection {
  let db: IDBPDatabase | undefined;
  let opening: Promise<IDBPDatabase> | undefined;
  let wasOpen = false;
  const dropped$ = new Subject<void>();

  const drop = () => {
    db?.close();
    db = opening = undefined;
    dropped$.next();
  };

  const erased = () => {
    wasOpen = false;
    onErased();
  };

  /** Ends with an error when refused; a database that opens after all is closed, not leaked. */
  const request = (version?: number) =>
    new Observable<IDBPDatabase>((subscriber) => {
      let created = false;
      openDB(name, version, {
        blocked: () => {},
        upgrade: (database, oldVersion, newVersion, tx) => {
          created = oldVersion === 0;
          // Unlike the request, nobody else waits for this promise.
          tx.done.catch(() => {});
          if (newVersion !== MIGRATIONS.length || !migrate(database, oldVersion)) tx.abort();
        },
        // Another tab deletes or upgrades: give way at once. `db` may not be assigned yet.
        blocking: (_current, newVersion, event) => {
          (event.target as IDBDatabase).close();
          drop();
          if (newVersion === null) erased();
        },
        terminated: drop,
      }).then(
        (database) => {
          if (subscriber.closed) return database.close();
          if (!hasTables(database)) {
            database.close();
            return subscriber.error(new DOMException('other tables', 'NotFoundError'));
          }
          db = database;
          // The browser's "clear site data" ends the connection without saying why.
          if (created && wasOpen) erased();
          wasOpen = true;
          subscriber.next(database);
        },
        (thrown: unknown) => subscriber.error(thrown),
      );
    });

  const attempt = (nFailed = 0): Observable<IDBPDatabase> =>
    request(MIGRATIONS.length).pipe(
      catchError((thrown: unknown) => {
        const why = (thrown as Error | null)?.name;
        if (why === 'UnknownError' && nFailed < BACK_OFF_MS.length) {
          return timer(BACK_OFF_MS[nFailed]!).pipe(mergeMap(() => attempt(nFailed + 1)));
        }
        // A newer SDK in another tab has upgraded; it only adds, so its schema is fine for us.
        if (why === 'VersionError') return request();
        throw thrown;
      }),
    );

  const open = () =>
    (opening ??= firstValueFrom(merge(attempt(), tooLate()).pipe(takeUntil(dropped$))));

  return {
    get db() {
      return db;
    },
    open,
    drop,
    erase: () => {
      drop();
      wasOpen = false;
      return firstValueFrom(
        merge(
          defer(() => deleteDB(name)),
          tooLate(),
        ),
      );
    },
  };
}

/** Fails when nothing was heard for too long; RxJS's own `timeout` does much more, and weighs it. */
function tooLate(): Observable<never> {
  return timer(ANSWER_MS).pipe(
    map(() => {
      throw new DOMException('no answer', 'TimeoutError');
    }),
  );
}

/** False when a step failed: an exception here would reach the page's `onerror`. */
function migrate(database: IDBPDatabase, oldVersion: number): boolean {
  try {
    for (const step of MIGRATIONS.slice(oldVersion)) step(database);
    return true;
  } catch {
    return false;
  }
}

function hasTables({ objectStoreNames }: IDBPDatabase): boolean {
  return Object.keys(KEYS).every((table) => objectStoreNames.contains(table));
}
