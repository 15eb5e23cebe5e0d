import { Observable } from 'rxjs';
import { guard } from '../guard.js';
import { bare } from '../tools/bare.js';
import type { Host } from './Host.js';

/**
 * Performance entries of one type as they come; silent where the browser does not know the type.
 *
 * @see {@link https://www.w3.org/TR/performance-timeline/}
 */
export function fromPerformance<E extends PerformanceEntry>(
  { window, report }: Host,
  type: string,
  options: { durationThreshold?: number } = {},
): Observable<E> {
  return new Observable<E>((subscriber) => {
    const Observer = window.PerformanceObserver as typeof PerformanceObserver | undefined;
    if (!Observer?.supportedEntryTypes?.includes(type)) return;
    const observer = new Observer((list) =>
      guard(report, 'internal', () => {
        for (const entry of list.getEntries()) subscriber.next(entry as E);
      }),
    );
    observer.observe(bare({ type, ...options }));
    return () => observer.disconnect();
  });
}
