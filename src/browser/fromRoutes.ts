import { defer, distinctUntilChanged, map, shareReplay, startWith, type Observable } from 'rxjs';
import type { Route } from '../types.js';
import type { Host } from './Host.js';
import { routeTemplate } from './routeTemplate.js';

/**
 * Where the visitor is: the page's own path first, to each who subscribes, then each change of it.
 * Queries and hashes change without anybody going anywhere; only a hash that is a path itself,
 * `#/cart`, is a route, and counts as `/cart`.
 */
export function fromRoutes(
  { window, clock }: Host,
  navigations$: Observable<Route['kind']>,
): Observable<Route> {
  return defer(() =>
    navigations$.pipe(
      startWith(loadKind(window)),
      map((kind) => ({ kind, path: pathOf(window.location), time: clock.now() })),
      distinctUntilChanged((before, now) => before.path === now.path),
      map(({ kind, path, time }): Route => ({ kind, path: routeTemplate(path), time })),
    ),
  ).pipe(shareReplay({ bufferSize: 1, refCount: true }));
}

function pathOf({ pathname, hash }: Location): string {
  const [, route] = /^#!?(\/[^?]*)/.exec(hash) ?? [];
  return route ? pathname.replace(/\/([^/]*\.html?)?$/, '') + route : pathname;
}

function loadKind({ performance }: Window): Route['kind'] {
  const [entry] = performance.getEntriesByType?.('navigation') ?? [];
  const type = (entry as PerformanceNavigationTiming | undefined)?.type;
  return type === 'reload' ? 'reload' : type === 'back_forward' ? 'traverse' : 'load';
}
