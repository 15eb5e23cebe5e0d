import { Observable } from 'rxjs';
import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';

/** How often movement is summed up: a little oftener than four times a second. */
const SUMMARY_MS: Milliseconds = 225;
/** A summary of less is none. */
const LEAST_MS: Milliseconds = 100;
/** What nothing followed is looked for this often. */
const REST_MS: Milliseconds = 600;

/**
 * The same as `summaries`, in the frame of the event that makes it enough: a timer for each summary, and
 * a frame that it waits for to read the layout, cost more than the summary. One that looks for what was
 * left over runs from the first event until nothing more comes, so a page at rest costs nothing.
 *
 * @param start - adds the listeners; it is given a function to call with the time of each event, which
 * is all that may happen per event, and returns their removal
 * @param take - takes what was put aside, and may read the layout, which the frame is about to need;
 * `undefined` when there is nothing
 */
export function frameSummaries<T>(
  { later, window }: Host,
  start: (onEvent: (at: Milliseconds) => void) => () => void,
  take: () => T | undefined,
): Observable<T> {
  return new Observable<T>((subscriber) => {
    let frame = 0;
    /** When what was put aside is enough; nothing was, when it is 0. */
    let dueAt: Milliseconds = 0;
    let cancelRest: (() => void) | undefined;

    const sumUp = () => {
      frame = dueAt = 0;
      const summary = take();
      if (summary) subscriber.next(summary);
    };
    const atRest = () => {
      cancelRest = dueAt ? later(REST_MS, atRest) : undefined;
      if (!dueAt || window.performance.now() < dueAt) return;
      window.cancelAnimationFrame(frame);
      sumUp();
    };
    const stop = start((at) => {
      dueAt ||= nextSummary(at);
      cancelRest ??= later(REST_MS, atRest);
      if (at >= dueAt) frame ||= window.requestAnimationFrame(sumUp);
    });
    return () => {
      stop();
      cancelRest?.();
      window.cancelAnimationFrame(frame);
    };
  });
}

/** The next multiple that leaves time for something to happen. */
function nextSummary(at: Milliseconds): Milliseconds {
  return Math.ceil((at + LEAST_MS) / SUMMARY_MS) * SUMMARY_MS;
}
