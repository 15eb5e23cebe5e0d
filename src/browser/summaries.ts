import { Observable } from 'rxjs';
import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';

/** How often movement is summed up: five times a second. */
const SUMMARY_MS: Milliseconds = 200;
/** A summary of less is none. */
const LEAST_MS: Milliseconds = 100;

/**
 * Sums up what listeners put aside. The timer runs from the first event until nothing more comes,
 * so a page at rest costs nothing. What came last is known at most 0.3 s later: how the hand left the page.
 *
 * @param start - adds the listeners; it is given a function to call on each event, which is all
 * that may happen per event, and returns their removal
 * @param take - takes what was put aside; `undefined` when there is nothing
 */
export function summaries<T>(
  { later, window }: Host,
  start: (onEvent: () => void) => () => void,
  take: () => T | undefined,
): Observable<T> {
  return new Observable<T>((subscriber) => {
    let cancel: (() => void) | undefined;
    const sumUp = () => {
      cancel = undefined;
      const summary = take();
      if (summary) subscriber.next(summary);
    };
    const stop = start(() => (cancel ??= later(untilSummary(window.performance.now()), sumUp)));
    return () => {
      stop();
      cancel?.();
    };
  });
}

/** To the next multiple that leaves time for something to happen. */
function untilSummary(now: Milliseconds): Milliseconds {
  const leftMs = SUMMARY_MS - (now % SUMMARY_MS);
  return leftMs < LEAST_MS ? leftMs + SUMMARY_MS : leftMs;
}
