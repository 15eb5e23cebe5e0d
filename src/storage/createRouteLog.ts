import { hasShape } from '../tools/hasShape.js';
import type { Clock, KeptRoute, Milliseconds, WallTime } from '../types.js';

export interface RouteLog {
  /** Oldest first; at most 30, of the last half hour. */
  read(): readonly KeptRoute[];
  add(route: KeptRoute): void;
  erase(): void;
}

export interface RouteLogOptions {
  readonly window: Window;
  /** Of the database that it belongs to. */
  readonly name: string;
  /** False: nothing is kept, and what there is stays as it is. */
  readonly persistent: boolean;
  readonly clock: Clock;
}

const MAX_ROUTES = 30;
const MAX_AGE_MS: Milliseconds = 30 * 60_000;

/**
 * Where this tab has been, in its `sessionStorage`: two tabs that each show a page are no way from
 * one to the other, and a reload has to be known the moment that the new page starts. A frame is
 * not where the visitor is, so it keeps nothing.
 */
export function createRouteLog({ window, name, persistent, clock }: RouteLogOptions): RouteLog {
  const key = `${name}:routes`;
  const isKept = persistent && window.parent === window;

  /** Refused in a sandbox, or full: then nothing is known of earlier pages. */
  const attempt = <Result>(fn: (storage: Storage) => Result, otherwise: Result): Result => {
    if (!isKept) return otherwise;
    try {
      return fn(window.sessionStorage);
    } catch {
      return otherwise;
    }
  };

  const read = (): readonly KeptRoute[] =>
    attempt((storage) => {
      const rows: unknown = JSON.parse(storage.getItem(key) ?? '[]');
      const now = clock.wallTime();
      return Array.isArray(rows) ? rows.filter((row) => isKeptRoute(row, now)) : [];
    }, []);

  return {
    read,
    add: (route) => {
      const rows = [...read(), route].slice(-MAX_ROUTES);
      attempt((storage) => storage.setItem(key, JSON.stringify(rows)), undefined);
    },
    erase: () => attempt((storage) => storage.removeItem(key), undefined),
  };
}

function isKeptRoute(row: unknown, now: WallTime): row is KeptRoute {
  if (!hasShape(row, { path: 'string', kind: 'string', at: 'number' })) return false;
  const ageMs = now - (row['at'] as number);
  return ageMs >= 0 && ageMs < MAX_AGE_MS;
}
