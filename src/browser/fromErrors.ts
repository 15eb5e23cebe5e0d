import { filter, map, merge, mergeMap, type Observable } from 'rxjs';
import type { Milliseconds, PageError } from '../types.js';
import type { Host } from './Host.js';
import { listen } from './listen.js';
import type { Refusal } from './mutationRecords.js';

/** Requests that a script made, as opposed to pictures and styles. */
const BY_SCRIPT = /^(fetch|xmlhttprequest)$/;

const NOISE = /^Script error\.?$|^ResizeObserver loop/;
const EXTENSION = /\b(chrome|moz|safari(-web)?|ms-browser)-extension:|webkit-masked-url:/;
/** What is refused can be mended by the visitor; one slip is no trouble. */
const REFUSED_STRENGTH = 0.2;
/** A server's ways to say that what was sent is not right. */
const REFUSALS: readonly number[] = [400, 401, 409, 422];

/** Somebody called it off: no failure. */
const CALLED_OFF = 'AbortError';

export interface ErrorSources {
  readonly resources$: Observable<PerformanceResourceTiming>;
  readonly refusals$: Observable<Refusal>;
}

/** What goes wrong on the page, by its class: messages stay where they are. */
export function fromErrors(
  host: Host,
  { resources$, refusals$ }: ErrorSources,
): Observable<PageError> {
  const { window, report, dom, timeOf, toTime } = host;

  return merge(
    listen<ErrorEvent>(window, 'error', report).pipe(
      filter((event) => host.accepts(event)),
      mergeMap((event) => {
        const time = timeOf(event);
        if (dom.isElement(event.target)) return scriptFailure(event.target, time, host);
        return isOfThePage(event) ? [toError('error', event.error, time)] : [];
      }),
    ),
    listen<PromiseRejectionEvent>(window, 'unhandledrejection', report).pipe(
      filter((event) => host.accepts(event) && !isForeign(event.reason)),
      map((event) => toError('rejection', event.reason, timeOf(event))),
    ),
    resources$.pipe(mergeMap((entry) => requestFailure(entry, toTime(entry.responseEnd)))),
    refusals$.pipe(
      map(({ kind: name, time }): PageError => ({
        time,
        kind: 'validation',
        name,
        strength: REFUSED_STRENGTH,
      })),
    ),
  );
}

function isOfThePage({ message, filename, error }: ErrorEvent): boolean {
  return !NOISE.test(message ?? '') && !EXTENSION.test(filename ?? '') && !isForeign(error);
}

/** Thrown by an extension of the browser, or on purpose. */
function isForeign(thrown: unknown): boolean {
  const { name, stack } = (thrown ?? {}) as Partial<Error>;
  // The first line is the message; where it was thrown comes next.
  return name === CALLED_OFF || EXTENSION.test(`${stack}`.split('\n')[1] ?? '');
}

function toError(kind: 'error' | 'rejection', thrown: unknown, time: Milliseconds): PageError {
  return { time, kind, name: nameOf(thrown), strength: 1 };
}

/** `TypeError`; what is thrown may be anything, and its name may hold anything. */
function nameOf(thrown: unknown): string {
  const name = (thrown as Partial<Error> | null | undefined)?.name;
  return typeof name === 'string' && /^[A-Z][A-Za-z]{0,30}(Error|Exception)$|^Error$/.test(name)
    ? name
    : 'Error';
}

/** A script that did not load; pictures and styles are missed less. */
function scriptFailure(element: Element, time: Milliseconds, { dom }: Host): PageError[] {
  const isScript = dom.tag(element) === 'script';
  if (!isScript || EXTENSION.test(dom.attribute(element, 'src') ?? '')) return [];
  return [{ time, kind: 'request', name: 'script', strength: 0.8 }];
}

function requestFailure(entry: PerformanceResourceTiming, time: Milliseconds): PageError[] {
  // Safari does not tell the status.
  const { responseStatus = 0, initiatorType = '' } = entry as Partial<PerformanceResourceTiming>;
  if (!BY_SCRIPT.test(initiatorType) || responseStatus < 400) return [];
  const mildStrength = REFUSALS.includes(responseStatus) ? REFUSED_STRENGTH : 0.5;
  const strength = responseStatus < 500 ? mildStrength : 1;
  return [{ time, kind: 'request', name: `HTTP ${responseStatus}`, strength }];
}
