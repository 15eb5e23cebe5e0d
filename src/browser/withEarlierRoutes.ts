import { defer, filter, merge, mergeMap, shareReplay, type Observable } from 'rxjs';
import type { RouteLog } from '../storage/createRouteLog.js';
import type { Clock, Lifecycle, Route, WallTime } from '../types.js';

export interface EarlierRoutesOptions {
  readonly log: Pick<RouteLog, 'read' | 'add'>;
  readonly lifecycle$: Observable<Lifecycle>;
  readonly clock: Clock;
}

/** Routes that a late subscriber is told of. */
const MAX_ROUTES = 50;

/**
 * The routes of this page with those of the tab's earlier pages before them, at their own times,
 * which are below 0 then. A page that comes back from the bfcache hears of where the visitor has
 * been meanwhile, and comes once more itself.
 */
export function withEarlierRoutes(
  routes$: Observable<Route>,
  { log, lifecycle$, clock }: EarlierRoutesOptions,
): Observable<Route> {
  return defer(() => {
    let knownAt: WallTime = -Infinity;
    let current: Route | undefined;

    const missed = (): readonly Route[] => {
      const epoch = clock.wallTime() - clock.now();
      return log
        .read()
        .filter(({ at }) => at > knownAt)
        .map(({ path, kind, at }) => ({ path, kind, time: at - epoch }));
    };
    const tell = (route: Route): readonly Route[] => {
      const earlier = missed();
      current = route;
      knownAt = clock.wallTime();
      log.add({ path: route.path, kind: route.kind, at: knownAt });
      return [...earlier, route];
    };

    return merge(
      routes$.pipe(mergeMap(tell)),
      lifecycle$.pipe(
        filter(({ kind }) => kind === 'restored'),
        // After a freeze nobody has been anywhere.
        mergeMap(({ time }) =>
          current && missed().length > 0 ? tell({ ...current, kind: 'traverse', time }) : [],
        ),
      ),
    );
  }).pipe(shareReplay({ bufferSize: MAX_ROUTES, refCount: true }));
}
