import { filter, map, merge, mergeMap, share, type Observable } from 'rxjs';
import type { PageError } from '../types.js';
import { fromPerformance } from './fromPerformance.js';
import type { Host } from './Host.js';
import { listen } from './listen.js';

/** Requests that a script made, as opposed to pictures and styles. */
const BY_SCRIPT: readonly string[] = ['fetch', 'xmlhttprequest', 'beacon'];

const NOISE = /^Script error\.?$|^ResizeObserver loop/;
const EXTENSION = /^(chrome|moz|safari-web|ms-browser)-extension:/;

/** What goes wrong on the page, by its class: messages stay where they are. */
export function fromErrors(host: Host): Observable<PageError> {
  const { window, report, timeOf, clock } = host;
  return merge(
    listen<ErrorEvent>(window, 'error', report).pipe(
      filter((event) => event.target === window && isOfThePage(event)),
      map((event): PageError => ({
        time: timeOf(event),
        kind: 'error',
        name: nameOf(event.error),
        strength: 1,
      })),
    ),
    listen<PromiseRejectionEvent>(window, 'unhandledrejection', report).pipe(
      map((event): PageError => ({
        time: timeOf(event),
        kind: 'rejection',
        name: nameOf(event.reason),
        strength: 1,
      })),
    ),
    fromPerformance<PerformanceResourceTiming>(host, 'resource').pipe(
      mergeMap((entry) => failureOf(entry, clock.now())),
    ),
  ).pipe(share());
}

function isOfThePage({ message, filename }: ErrorEvent): boolean {
  return !NOISE.test(message ?? '') && !EXTENSION.test(filename ?? '');
}

/** `TypeError`; what is thrown may be anything, and its name may hold anything. */
function nameOf(thrown: unknown): string {
  const name = (thrown as Partial<Error> | null | undefined)?.name;
  return typeof name === 'string' && /^[A-Za-z]{1,40}$/.test(name) ? name : 'Error';
}

function failureOf(entry: PerformanceResourceTiming, time: number): PageError[] {
  const { responseStatus = 200, initiatorType } = entry as {
    responseStatus?: number;
  } & typeof entry;
  if (!BY_SCRIPT.includes(initiatorType) || responseStatus < 400) return [];
  const strength = responseStatus >= 500 ? 1 : 0.5;
  return [{ time, kind: 'request', name: `HTTP ${responseStatus}`, strength }];
}
