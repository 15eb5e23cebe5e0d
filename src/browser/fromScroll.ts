import type { Observable } from 'rxjs';
import type { Milliseconds, ScrollSummary, Target } from '../types.js';
import type { Host } from './Host.js';
import { addListener } from './listen.js';
import { scrollSum, type ScrollSum } from './scrollSum.js';
import { summaries } from './summaries.js';

/** What the visitor scrolls with. */
const AIDS: readonly string[] = ['wheel', 'touchmove', 'keydown', 'pointerdown'];
/** A page goes on scrolling for this long after the hand; a finger's last push is the longest. */
const AIDED_MS: Milliseconds = 3000;

/**
 * How the page, or a scrolling part of it, was scrolled. The listener only notes that it was;
 * positions are read five times a second, outside of it. Carousels and news that scroll by
 * themselves are left out.
 */
export function fromScroll(host: Host): Observable<ScrollSummary> {
  const { window, document, dom, describe, report, clock } = host;
  const known = new WeakMap<Element, { readonly sum: ScrollSum; readonly target: Target }>();
  let scroller: WeakRef<Element> | undefined;
  let aid: WeakRef<EventTarget> | undefined;
  let aidedAt: Milliseconds = -Infinity;
  let startedAt = -1;

  /** The hand was on what scrolls, or on the keys. */
  const isAided = (element: Element, time: Milliseconds): boolean => {
    const place = aid?.deref();
    return time - aidedAt < AIDED_MS && (!dom.isElement(place) || dom.contains(element, place));
  };

  const start = (onEvent: () => void) =>
    addListener(
      window,
      [...AIDS, 'scroll'],
      ({ type, target, timeStamp }) => {
        if (type !== 'scroll') {
          aidedAt = timeStamp;
          const place = type === 'keydown' ? window : (target ?? window);
          if (aid?.deref() !== place) aid = new WeakRef(place);
          return;
        }
        const element = dom.isElement(target) ? target : document.scrollingElement;
        if (!element || !isAided(element, timeStamp)) return;
        if (scroller?.deref() !== element) scroller = new WeakRef(element);
        if (startedAt < 0) startedAt = clock.now();
        onEvent();
      },
      report,
    );

  const knownOf = (element: Element) => {
    // Marks on the body are meant for the page.
    const place = element === document.scrollingElement ? (document.body ?? element) : element;
    const found = known.get(element) ?? { sum: scrollSum(), target: describe(place) };
    known.set(element, found);
    return found;
  };

  const take = (): ScrollSummary | undefined => {
    const element = scroller?.deref();
    const time = clock.now();
    const durationMs = time - startedAt;
    startedAt = -1;
    if (!element) return undefined;
    const { sum, target } = knownOf(element);
    return { time, durationMs, ...sum(element), target };
  };

  return summaries(host, start, take, { readsLayout: true });
}
