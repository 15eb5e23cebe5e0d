import { defer, map, mergeMap, share, type Observable } from 'rxjs';
import { isolate, type Report } from '../guard.js';
import type { RouteLog } from '../storage/createRouteLog.js';
import { mapDefined } from '../tools/mapDefined.js';
import type { Clock, Milliseconds, PageStreams, Situation } from '../types.js';
import { afterPrerender } from './afterPrerender.js';
import { createHost } from './createHost.js';
import { createSituation } from './createSituation.js';
import { fromErrors } from './fromErrors.js';
import { fromFields } from './fromFields.js';
import { fromKeys } from './fromKeys.js';
import { fromLifecycle } from './fromLifecycle.js';
import { fromMatches, type SelectorMatch } from './fromMatches.js';
import { fromNavigations } from './fromNavigations.js';
import { fromPerformance } from './fromPerformance.js';
import { fromPresses } from './fromPresses.js';
import { fromRefusals } from './fromRefusals.js';
import { fromResponses } from './fromResponses.js';
import { fromRoutes } from './fromRoutes.js';
import { isShown } from './isShown.js';
import type * as lateStreams from './lateStreams.js';
import { mutationWatch } from './mutationWatch.js';
import { withEarlierRoutes } from './withEarlierRoutes.js';

export interface PageOptions {
  readonly document: Document;
  readonly clock: Clock;
  /** Uniform in [0, 1); salts what is hashed. */
  readonly random: () => number;
  readonly report: Report;
  /** Also listens to events that scripts made. @defaultValue false */
  readonly trustSynthetic?: boolean;
  /** CSS selectors of which a press is told. */
  readonly selectors: readonly string[];
  /** Where this tab has been before this page. @defaultValue not known */
  readonly log?: Pick<RouteLog, 'read' | 'add'>;
}

/** The host's page, as far as the SDK may know it. */
export interface HostPage {
  /** Listeners are there while somebody is subscribed, and then none is left. */
  readonly streams: PageStreams;
  /** The same, with the routes of this tab's earlier pages before its own: for detectors. */
  readonly visit: PageStreams;
  /** An element on the way of a press matched one of the selectors. */
  readonly matches$: Observable<SelectorMatch>;
  /** Whether an element that matches is visible now. For decisions: it reads layout. */
  isShown(selector: string): boolean;
  situation(): Situation;
  /** When the latest press came that was too fast to be aimed, on the browser's clock; −∞ when none did. */
  drummedAt(): Milliseconds;
  /** Stops what {@link situation} keeps. Safe to call twice. */
  stop(): void;
}

/**
 * Everything that is read from the page. Privacy is decided here: what the types of the streams
 * have no place for does not enter the SDK.
 */
export function createPage(options: PageOptions): HostPage {
  const { document, random, report, selectors, clock, log, trustSynthetic = false } = options;
  const host = createHost(document, { ...options, trustSynthetic });
  const live = <T>(create: () => Observable<T>): Observable<T> =>
    isolate(report, 'internal', () => afterPrerender(host, create)).pipe(share());

  const late = <T>(create: (file: typeof lateStreams) => Observable<T>): Observable<T> =>
    live(() =>
      defer(() => import('./lateStreams.js')).pipe(
        mergeMap((file) => {
          host.looks.find ??= file.pressableLooks(host);
          return create(file);
        }),
      ),
    );

  const salt = Math.floor(random() * 2 ** 32);

  // Made once: presses are counted on when somebody listens again.
  const pressed$ = fromPresses(host);
  const presses$ = live(() => pressed$);
  const navigations$ = live(() => fromNavigations(host));
  const lifecycle$ = live(() => fromLifecycle(host));
  const keys$ = live(() => fromKeys(host));
  const resources$ = live(() => fromPerformance<PerformanceResourceTiming>(host, 'resource'));
  // Not shared by `live`: whoever comes later is told where the visitor is, too.
  const routes$ = fromRoutes(host, { navigations$, salt });
  const told$ = isolate(report, 'internal', () => afterPrerender(host, () => routes$));
  const motions$ = late(({ fromPointer }) => fromPointer(host));
  const findings$ = live(() =>
    fromResponses(host, { presses$, navigations$, routes$, lifecycle$, resources$ }),
  );
  const refusals$ = live(() => fromRefusals(host, findings$));
  const told = {
    presses$: presses$.pipe(
      map(({ press }) => press),
      share(),
    ),
    fields$: live(() => fromFields(host, { refusals$, salt })),
    lifecycle$,
  };
  const visited$ = log ? withEarlierRoutes(told$, { log, clock, ...told }) : told$;
  const streams: PageStreams = {
    ...told,
    responses$: findings$.pipe(
      mapDefined((found) => ('response' in found ? found.response : undefined)),
      share(),
    ),
    keys$,
    routes$: told$,
    errors$: live(() => fromErrors(host, { resources$, refusals$ })),
    pointer$: motions$.pipe(
      map(({ motion }) => motion),
      share(),
    ),
    scroll$: late(({ fromScroll }) => fromScroll(host)),
    latency$: late(({ fromLatency }) => fromLatency(host)),
    swipes$: late(({ fromSwipes }) => fromSwipes(host, mutationWatch)),
    exits$: late(({ fromExits }) => fromExits(host)),
    help$: late(({ fromHelp }) => fromHelp(host, { motions$, routes$: visited$ })),
  };

  const { situation, stop } = createSituation(host, keys$);

  return {
    streams,
    visit: { ...streams, routes$: visited$ },
    matches$: fromMatches(host, { presses$, selectors }),
    isShown: (selector) => isShown(document, selector),
    situation,
    drummedAt: host.pace.drummedAt,
    stop,
  };
}
