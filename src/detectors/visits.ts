import { defer, type Observable } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import type { Route } from '../types.js';

/** Places that are remembered. */
const MAX_PLACES = 50;
/** These make another view or name of the same place. */
const RENAMES: readonly Route['kind'][] = ['tab', 'reload', 'replace', 'search'];

/**
 * The places that the visitor has come to, each time that they come to another one; the last is
 * where they are. Those of the tab's earlier pages are in it, and not told of. A tab, a reload or a
 * URL that is replaced is no other place.
 */
export function visits(routes$: Observable<Route>): Observable<readonly Route[]> {
  return defer(() => {
    let places: readonly Route[] = [];
    return routes$.pipe(
      mapDefined((route) => {
        const last = places.at(-1);
        const isSame = last && (RENAMES.includes(route.kind) || isSamePlace(last, route));
        places = isSame
          ? [...places.slice(0, -1), { ...route, time: last.time }]
          : [...places, route].slice(-MAX_PLACES);
        return !isSame && isOfThisPage(route) ? places : undefined;
      }),
    );
  });
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
