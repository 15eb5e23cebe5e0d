import { filter, map, type Observable } from 'rxjs';
import type { Latency, Milliseconds } from '../types.js';
import { fromPerformance } from './fromPerformance.js';
import type { Host } from './Host.js';
import { isOwnUi } from './isOwnUi.js';

/** Below a tenth of a second an answer is felt to be there at once: the browser's own default. */
const MIN_MS: Milliseconds = 104;

/**
 * How long interactions took to show an effect. A press makes several entries, and each that is
 * slower than the ones before it tells more about it.
 *
 * @see {@link https://www.w3.org/TR/event-timing/}
 */
export function fromLatency(host: Host): Observable<Latency> {
  const { dom, toTime } = host;
  let last = { id: 0, durationMs: 0 };

  return fromPerformance<PerformanceEventTiming & { readonly interactionId?: number }>(
    host,
    'event',
    { durationThreshold: MIN_MS },
  ).pipe(
    filter((entry) => {
      const { interactionId = 0, duration: durationMs } = entry;
      if (interactionId === 0) return false;
      if (interactionId === last.id && durationMs <= last.durationMs) return false;
      // The element last: the browser looks for it.
      const { target } = entry;
      if (dom.isElement(target) && isOwnUi(target, dom)) return false;
      last = { id: interactionId, durationMs };
      return true;
    }),
    map(({ startTime, duration }) => ({
      time: toTime(startTime + duration),
      durationMs: duration,
    })),
  );
}
