import type { Observable } from 'rxjs';
import type { Milliseconds, ScrollSummary, Target } from '../types.js';
import { frameSummaries } from './frameSummaries.js';
import type { Host } from './Host.js';
import { scrollSum, type ScrollSum } from './scrollSum.js';

/** What else than a wheel or finger the visitor scrolls with: keys, and a hand on the bar. */
const AIDS: readonly string[] = ['keydown', 'pointerdown'];
/** What one event stands for. */
const FRAME_MS: Milliseconds = 16;
/** A page goes on scrolling for this long after the hand; a finger's last push is the longest. */
const AIDED_MS: Milliseconds = 3000;

/**
 * How the page, or a scrolling part of it, was scrolled. The listener only notes that it was;
 * positions are read four times a second, in a frame of their own. Carousels and news that scroll by
 * themselves are left out.
 */
export function fromScroll(host: Host): Observable<ScrollSummary> {
  const { window, document, dom, describe, clock, aids } = host;
  const known = new WeakMap<Element, { readonly sum: ScrollSum; readonly target: Target }>();
  /** What is summed up next; then let go, as an element that is removed must not be kept. */
  let scrolled: { readonly by: EventTarget | null; readonly element: Element } | undefined;
  let other: { readonly at: Milliseconds; readonly place: WeakRef<EventTarget> } | undefined;
  /** Its first event and its latest. */
  let [firstAt, lastAt] = [0, 0];

  /** The hand was on what scrolls, or on the keys. */
  const isAided = (element: Element, time: Milliseconds): boolean => {
    const isOther = other !== undefined && other.at > aids.at();
    const [at, place] = isOther ? [other!.at, other!.place.deref()] : [aids.at(), aids.place()];
    return time - at < AIDED_MS && (!dom.isElement(place) || dom.contains(element, place));
  };

  const onAid = ({ type, target, timeStamp: at }: Event) => {
    other = { at, place: new WeakRef(type === 'keydown' ? window : (target ?? window)) };
  };

  const start = (onEvent: (at: Milliseconds) => void) => {
    const onScroll = ({ target, timeStamp }: Event) => {
      if (scrolled?.by !== target) {
        const element = dom.isElement(target) ? target : document.scrollingElement;
        if (!element || !isAided(element, timeStamp)) return;
        if (!scrolled) firstAt = timeStamp;
        scrolled = { by: target, element };
      }
      lastAt = timeStamp;
      onEvent(timeStamp);
    };
    const removals = [aids.open(), host.on(AIDS, onAid), host.on('scroll', onScroll)];
    return () => removals.forEach((remove) => remove());
  };

  const knownOf = (element: Element) => {
    // Marks on the body are meant for the page.
    const place = element === document.scrollingElement ? (document.body ?? element) : element;
    const found = known.get(element) ?? { sum: scrollSum(), target: describe(place) };
    known.set(element, found);
    return found;
  };

  const take = (): ScrollSummary | undefined => {
    const { element } = scrolled ?? {};
    scrolled = undefined;
    if (!element) return undefined;
    const { sum, target } = knownOf(element);
    const durationMs = lastAt - firstAt + FRAME_MS;
    return { time: clock.now(), durationMs, ...sum(element), target };
  };

  return frameSummaries(host, start, take);
}
