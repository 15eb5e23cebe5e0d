import type { Observable } from 'rxjs';
import type { ScrollSummary } from '../types.js';
import type { Host } from './Host.js';
import { addListener } from './listen.js';
import { scrollSum, type ScrollSum } from './scrollSum.js';
import { summaries } from './summaries.js';

/**
 * How the page, or a scrolling part of it, scrolled. The listener only notes that it did;
 * positions are read five times a second, outside of it.
 */
export function fromScroll(host: Host): Observable<ScrollSummary> {
  const { window, document, dom, report, clock } = host;
  const sums = new WeakMap<Element, ScrollSum>();
  let scroller: WeakRef<Element> | undefined;
  let startedAt = -1;

  const start = (onEvent: () => void) =>
    addListener(
      window,
      'scroll',
      ({ target }) => {
        const element = dom.isElement(target) ? target : document.scrollingElement;
        if (element && scroller?.deref() !== element) scroller = new WeakRef(element);
        if (startedAt < 0) startedAt = clock.now();
        onEvent();
      },
      report,
    );

  return summaries(host, start, () => {
    const element = scroller?.deref();
    const time = clock.now();
    const durationMs = time - startedAt;
    startedAt = -1;
    if (!element) return undefined;
    const sum = sums.get(element) ?? scrollSum();
    sums.set(element, sum);
    return { time, durationMs, ...sum(element) };
  });
}
