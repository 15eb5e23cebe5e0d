import { defer, filter, map, merge, mergeMap, shareReplay, type Observable } from 'rxjs';
import type { RouteLog } from '../storage/createRouteLog.js';
import { note } from '../tools/note.js';
import type {
  Clock,
  FieldEvent,
  Lifecycle,
  Milliseconds,
  Press,
  Route,
  WallTime,
} from '../types.js';

export interface EarlierRoutesOptions {
  readonly log: Pick<RouteLog, 'read' | 'add'>;
  readonly lifecycle$: Observable<Lifecycle>;
  readonly fields$: Observable<FieldEvent>;
  readonly presses$: Observable<Press>;
  readonly clock: Clock;
}

/** Routes that a late subscriber is told of. */
const MAX_ROUTES = 50;
/** A page that is left this long after a search, and by nothing else, is left by it. */
const LEADS_MS: Milliseconds = 10_000;

/**
 * The routes of this page with those of the tab's earlier pages before them, at their own times,
 * which are below 0 then. A page that comes back from the bfcache hears of where the visitor has
 * been meanwhile, and comes once more itself. Of a search it is kept that one led away, and not
 * which.
 */
export function withEarlierRoutes(
  routes$: Observable<Route>,
  { log, lifecycle$, fields$, presses$, clock }: EarlierRoutesOptions,
): Observable<Route> {
  return defer(() => {
    let knownAt: WallTime = -Infinity;
    let current: Route | undefined;
    let searchedAt: Milliseconds = -Infinity;

    const missed = (): readonly Route[] => {
      const epoch = clock.wallTime() - clock.now();
      return log
        .read()
        .filter(({ at }) => at > knownAt)
        .map(({ path, kind, at }) => ({ path, kind, time: at - epoch }));
    };
    const keep = ({ path }: Route, kind: Route['kind']): void => {
      knownAt = clock.wallTime();
      log.add({ path, kind, at: knownAt });
    };
    const tell = (route: Route): readonly Route[] => {
      const earlier = missed();
      current = route;
      searchedAt = -Infinity;
      keep(route, route.kind);
      return [...earlier, route];
    };

    return merge(
      routes$.pipe(mergeMap(tell)),
      merge(
        fields$.pipe(
          filter(({ kind }) => kind === 'search'),
          map(({ time }) => time),
        ),
        presses$.pipe(
          filter(({ target }) => target.leadsAway),
          map(() => -Infinity),
        ),
      ).pipe(note((time) => (searchedAt = time))),
      lifecycle$.pipe(
        filter(({ kind, time }) => kind === 'left' && time - searchedAt < LEADS_MS),
        note(() => current && keep(current, 'search')),
      ),
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
