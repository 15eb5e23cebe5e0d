import { distinctUntilChanged, filter, scan, type Observable } from 'rxjs';
import type { Route } from '../types.js';

/** Places that are remembered. */
const MAX_PLACES = 50;
/** These lead to no other place. */
const NO_MOVE: readonly Route['kind'][] = ['tab', 'reload', 'replace'];

/**
 * The places that the visitor has come to, each time that they come to another one; the last is
 * where they are. Those of the tab's earlier pages are in it, and not told of. A tab, a reload or a URL that is replaced is no other place.
 */
export function visits(routes$: Observable<Route>): Observable<readonly Route[]> {
  return routes$.pipe(
    scan((trail: readonly Route[], route) => {
      const last = trail.at(-1);
      const stays = last && (NO_MOVE.includes(route.kind) || isSamePlace(last, route));
      return stays ? trail : [...trail, route].slice(-MAX_PLACES);
    }, []),
    distinctUntilChanged(),
    filter((trail) => isOfThisPage(trail.at(-1)!)),
  );
}

/** What another page of this tab was come to, was told of there. */
export function isOfThisPage({ place }: Route): boolean {
  return place !== undefined;
}

/** `/order/:n` stands for many places: it is the same one only where that is known. */
export function isSamePlace(a: Route, b: Route): boolean {
  const isKnown = !a.path.includes(':') || (a.place !== undefined && a.place === b.place);
  return a.path === b.path && isKnown;
}
