import { map, merge, mergeMap, share, Subject, type Observable } from 'rxjs';
import { consume, type Report } from '../guard.js';
import type {
  Clock,
  FieldEvent,
  Latency,
  Milliseconds,
  PageError,
  PageStreams,
  PointerKind,
  Situation,
} from '../types.js';
import { createHost } from './createHost.js';
import { createSituation } from './createSituation.js';
import { formPath, fromFields } from './fromFields.js';
import { fromErrors } from './fromErrors.js';
import { fromKeys } from './fromKeys.js';
import { fromLifecycle } from './fromLifecycle.js';
import { fromPerformance } from './fromPerformance.js';
import { fromPointer } from './fromPointer.js';
import { fromPresses } from './fromPresses.js';
import { fromResponses } from './fromResponses.js';
import { fromRoutes } from './fromRoutes.js';
import { fromScroll } from './fromScroll.js';
import { isShown } from './isShown.js';
import { describe } from './toTarget.js';

export interface PageOptions {
  readonly document: Document;
  readonly clock: Clock;
  /** Uniform in [0, 1); salts what is hashed. */
  readonly random: () => number;
  readonly report: Report;
  readonly trustSynthetic: boolean;
  /** CSS selectors of which a press is told. */
  readonly selectors: readonly string[];
}

/** The host's page, as far as the SDK may know it. */
export interface HostPage {
  readonly streams: PageStreams;
  /** An element on the way of a press matched one of the selectors. */
  readonly matches$: Observable<{ readonly time: Milliseconds; readonly selector: string }>;
  isShown(selector: string): boolean;
  situation(): Situation;
  /** Groups that fairness is audited by: how the visitor points, reduced motion, language. */
  groups(): readonly string[];
  stop(): void;
}

/** Event Timing below this is not worth an entry; browsers give 104 ms by default, 16 at the least. */
const LATENCY_MS: Milliseconds = 40;

/**
 * Everything that is read from the page. Privacy is decided here: what the types of the streams
 * have no place for does not enter the SDK.
 */
export function createPage(options: PageOptions): HostPage {
  const { document, random, report, selectors } = options;
  const host = createHost(document, options);
  const { window, dom } = host;
  const refusals = new Subject<{ fields: FieldEvent[]; error: PageError }>();

  const elementPresses$ = fromPresses(host);
  const routes$ = fromRoutes(host);
  const lifecycle$ = fromLifecycle(host);
  const keys$ = fromKeys(host);
  const responses$ = fromResponses(host, {
    presses$: elementPresses$,
    routes$,
    lifecycle$,
    onRefused: (element, kind, time) => refusals.next(toRefusal(element, kind, time)),
  });

  const toRefusal = (element: Element, kind: 'invalid' | 'alert', time: Milliseconds) => {
    const error: PageError = { time, kind: 'validation', name: kind, strength: 0.5 };
    if (kind === 'alert') return { fields: [], error };
    const form = formPath(element, host);
    const invalid: FieldEvent = { time, kind: 'invalid', target: describe(element, dom), form };
    const around = dom.closest(element, 'form');
    const refused = around && {
      ...invalid,
      kind: 'refused' as const,
      target: describe(around, dom),
    };
    return { fields: refused ? [invalid, refused] : [invalid], error };
  };

  const streams: PageStreams = {
    presses$: elementPresses$.pipe(map(({ press }) => press)),
    responses$,
    keys$,
    fields$: merge(
      fromFields(host, Math.floor(random() * 2 ** 32)),
      refusals.pipe(mergeMap(({ fields }) => fields)),
    ).pipe(share()),
    routes$,
    errors$: merge(fromErrors(host), refusals.pipe(map(({ error }) => error))).pipe(share()),
    pointer$: fromPointer(host),
    scroll$: fromScroll(host),
    lifecycle$,
    latency$: fromPerformance<PerformanceEventTiming>(host, 'event', {
      durationThreshold: LATENCY_MS,
    }).pipe(
      map(({ startTime, duration }): Latency => ({
        time: startTime + duration,
        durationMs: duration,
      })),
    ),
  };

  let pointer: PointerKind | undefined;
  const watchPointer = consume(
    report,
    'internal',
    streams.presses$,
    (press) => (pointer = press.pointer),
  );
  const { situation, stop } = createSituation(host, keys$);

  return {
    streams,
    matches$: elementPresses$.pipe(
      mergeMap(({ press: { time }, path }) =>
        selectors
          .filter((selector) => path.some((element) => isMatch(element, selector)))
          .map((selector) => ({ time, selector })),
      ),
    ),
    isShown: (selector) => isShown(document, selector),
    situation,
    groups: () => [
      ...(pointer ? [pointer] : []),
      ...(window.matchMedia?.('(prefers-reduced-motion: reduce)').matches
        ? ['reduced-motion']
        : []),
      `lang:${(document.documentElement.lang || window.navigator.language || 'und').slice(0, 2)}`,
    ],
    stop: () => {
      watchPointer.unsubscribe();
      stop();
    },
  };

  function isMatch(element: Element, selector: string): boolean {
    try {
      return dom.matches(element, selector);
    } catch {
      return false;
    }
  }
}
