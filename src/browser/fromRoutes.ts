import { defer, filter, map, merge, shareReplay, type Observable } from 'rxjs';
import { hash32 } from '../tools/hash32.js';
import type { Route } from '../types.js';
import type { Host } from './Host.js';
import { routeTemplate } from './routeTemplate.js';

const TABS = '[role=tab],[role=tablist]';

/**
 * Where the visitor is: the page's own path first, to each who subscribes, then each change of it.
 * Queries and hashes change without anybody going anywhere; only a hash that is a path itself,
 * `#/cart`, is a route, and counts as `/cart`.
 */
export function fromRoutes(
  host: Host,
  { navigations$, salt }: { navigations$: Observable<Route['kind']>; salt: number },
): Observable<Route> {
  const { window, clock } = host;
  return defer(() => {
    let path: string | undefined;
    return merge([loadKind(window)], navigations$).pipe(
      filter(() => path !== (path = pathOf(window.location))),
      map((kind): Route => ({
        kind: isByTab(kind, host) ? 'tab' : kind,
        path: routeTemplate(path!),
        time: clock.now(),
        place: hash32(path!, salt),
      })),
    );
  }).pipe(shareReplay({ bufferSize: 1, refCount: true }));
}

function pathOf({ pathname, hash }: Location): string {
  const [, route] = /^#!?(\/[^?]*)/.exec(hash) ?? [];
  return route ? pathname.replace(/\/([^/]*\.html?)?$/, '') + route : pathname;
}

/** Whoever has just pressed a tab has the focus on it. */
function isByTab(kind: Route['kind'], { document, dom }: Host): boolean {
  const { activeElement } = document;
  const isNew = kind === 'push' || kind === 'replace';
  return isNew && activeElement !== null && dom.closest(activeElement, TABS) !== null;
}

function loadKind({ performance }: Window): Route['kind'] {
  const [entry] = performance.getEntriesByType?.('navigation') ?? [];
  const type = (entry as PerformanceNavigationTiming | undefined)?.type;
  return type === 'reload' ? 'reload' : type === 'back_forward' ? 'traverse' : 'load';
}
