import type { Observable } from 'rxjs';
import type { Milliseconds, ScrollSummary, Target } from '../types.js';
import type { Host } from './Host.js';
import { scrollSum, type ScrollSum } from './scrollSum.js';
import { summaries } from './summaries.js';

/** What the visitor scrolls with. */
const AIDS: readonly string[] = ['wheel', 'touchmove', 'keydown', 'pointerdown'];
/** A page goes on scrolling for this long after the hand; a finger's last push is the longest. */
const AIDED_MS: Milliseconds = 3000;
/** Where the hand is is noted no oftener than this: it scrolls on as the page moves under it. */
const NOTE_MS: Milliseconds = 100;

/**
 * How the page, or a scrolling part of it, was scrolled. The listener only notes that it was;
 * positions are read five times a second, outside of it. Carousels and news that scroll by
 * themselves are left out.
 */
export function fromScroll(host: Host): Observable<ScrollSummary> {
  const { window, document, dom, describe, clock } = host;
  const known = new WeakMap<Element, { readonly sum: ScrollSum; readonly target: Target }>();
  /** What is summed up next; then let go, as an element that is removed must not be kept. */
  let scrolled: { readonly by: EventTarget | null; readonly element: Element } | undefined;
  let aid: WeakRef<EventTarget> | undefined;
  let aidedAt: Milliseconds = -Infinity;
  let notedAt: Milliseconds = -Infinity;
  let startedAt = -1;

  /** The hand was on what scrolls, or on the keys. */
  const isAided = (element: Element, time: Milliseconds): boolean => {
    const place = aid?.deref();
    return time - aidedAt < AIDED_MS && (!dom.isElement(place) || dom.contains(element, place));
  };

  const onAid = (type: string, target: EventTarget | null, time: Milliseconds) => {
    aidedAt = time;
    if (type === 'wheel' && time - notedAt < NOTE_MS) return;
    notedAt = time;
    aid = new WeakRef(type === 'keydown' ? window : (target ?? window));
  };

  const start = (onEvent: () => void) =>
    host.on([...AIDS, 'scroll'], ({ type, target, timeStamp }) => {
      if (type !== 'scroll') return onAid(type, target, timeStamp);
      if (scrolled?.by === target) return;
      const element = dom.isElement(target) ? target : document.scrollingElement;
      if (!element || !isAided(element, timeStamp)) return;
      scrolled = { by: target, element };
      if (startedAt < 0) startedAt = clock.now();
      onEvent();
    });

  const knownOf = (element: Element) => {
    // Marks on the body are meant for the page.
    const place = element === document.scrollingElement ? (document.body ?? element) : element;
    const found = known.get(element) ?? { sum: scrollSum(), target: describe(place) };
    known.set(element, found);
    return found;
  };

  const take = (): ScrollSummary | undefined => {
    const { element } = scrolled ?? {};
    const time = clock.now();
    const durationMs = time - startedAt;
    startedAt = -1;
    scrolled = undefined;
    if (!element) return undefined;
    const { sum, target } = knownOf(element);
    return { time, durationMs, ...sum(element), target };
  };

  return summaries(host, start, take, { readsLayout: true });
}
