import {
  distinctUntilChanged,
  interval,
  map,
  merge,
  share,
  defer,
  of,
  type Observable,
} from 'rxjs';
import type { Milliseconds, Route } from '../types.js';
import type { Host } from './Host.js';
import { listen } from './listen.js';

/** Without the Navigation API, `pushState` tells nobody: the URL is looked at this often. */
const LOOK_MS: Milliseconds = 500;

interface NavigationLike extends EventTarget {
  readonly currentEntry?: { readonly index: number } | null;
}

/**
 * Where the visitor is: the page's own path first, then each change of it. Nothing is patched:
 * client-side routes come from the Navigation API, or from looking at the URL now and then.
 */
export function fromRoutes(host: Host): Observable<Route> {
  const { window, report, clock } = host;
  const { navigation } = window as { navigation?: NavigationLike };
  const changes$ = navigation
    ? listen<Event>(navigation, 'currententrychange', report)
    : merge(listen<Event>(window, ['popstate', 'hashchange'], report), interval(LOOK_MS));

  const toRoute = (kind: Route['kind']): Route => ({
    time: clock.now(),
    path: routeTemplate(window.location.pathname),
    kind,
  });

  const kindOf = (change: unknown): Route['kind'] => {
    const { navigationType, type } = (change ?? {}) as { navigationType?: string; type?: string };
    if (navigationType === 'traverse' || type === 'popstate') return 'traverse';
    return navigationType === 'replace' ? 'replace' : 'push';
  };

  return defer(() =>
    merge(
      of({ route: toRoute(loadKind(window)), pathname: window.location.pathname }),
      changes$.pipe(
        map((change) => ({ route: toRoute(kindOf(change)), pathname: window.location.pathname })),
      ),
    ),
  ).pipe(
    // Queries and hashes change without anybody going anywhere.
    distinctUntilChanged((a, b) => a.pathname === b.pathname),
    map(({ route }) => route),
    share(),
  );
}

function loadKind({ performance }: Window): Route['kind'] {
  const [entry] = performance.getEntriesByType?.('navigation') ?? [];
  const type = (entry as PerformanceNavigationTiming | undefined)?.type;
  return type === 'reload' ? 'reload' : type === 'back_forward' ? 'traverse' : 'load';
}

/** A path with everything replaced that may be somebody's: numbers, ids, long or odd parts. */
export function routeTemplate(pathname: string): string {
  return pathname
    .split('/')
    .slice(0, 12)
    .map((part) => {
      if (/^\d+$/.test(part)) return ':n';
      return /\d{3}|@|%|[0-9a-f]{8}/i.test(part) || part.length > 40 ? ':id' : part;
    })
    .join('/');
}
