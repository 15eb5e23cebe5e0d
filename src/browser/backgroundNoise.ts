import type { Milliseconds } from '../types.js';
import type { NativeDom } from './nativeDom.js';

export interface BackgroundNoise {
  /** Notes a change that no press explains. */
  readonly note: (place: Node, time: Milliseconds) => void;
  /**
   * Whether a place is known to change by itself, or lies in one that is.
   *
   * @param control - a pressed control: what lies around it, itself included, is no excuse
   */
  readonly isKnown: (place: Node, control?: Element) => boolean;
}

/** Changes this close together are one. */
const SAME_MS: Milliseconds = 5;
/** How unequal intervals may be and still be a beat: timers come late on a busy page. */
const UNEVENNESS = 1.3;
const SLACK_MS: Milliseconds = 20;
/** Clocks and countdowns: two changes a second apart are enough. */
const SECOND_MS: Milliseconds = 1000;
const SECOND_SLACK_MS: Milliseconds = 40;
/** Ancestors that are looked at: what ticks is small. */
const MAX_LEVELS = 6;

/** Learns which places of a page change by themselves, on a beat: clocks, tickers, animations. */
export function backgroundNoise(dom: NativeDom): BackgroundNoise {
  const known = new WeakSet<Node>();
  const lastTwo = new WeakMap<Node, readonly [Milliseconds, Milliseconds]>();

  return {
    note: (place, time) => {
      const [earlier, last] = lastTwo.get(place) ?? [NaN, NaN];
      if (time - last < SAME_MS) return;
      if (isBeat(last - earlier, time - last)) known.add(place);
      lastTwo.set(place, [last, time]);
    },
    isKnown: (place, control) => {
      let node: Node | null = place;
      for (let level = 0; node && level < MAX_LEVELS; level += 1) {
        if (known.has(node)) return !control || node === control || !holds(node, control);
        node = dom.parent(node);
      }
      return false;
    },
  };

  function holds(place: Node, control: Element): boolean {
    return dom.isElement(place) && dom.contains(place, control);
  }
}

function isBeat(before: Milliseconds, now: Milliseconds): boolean {
  if (Math.abs(now - SECOND_MS) <= SECOND_SLACK_MS) return true;
  return Math.max(before, now) <= UNEVENNESS * Math.min(before, now) + SLACK_MS;
}
