import type { Milliseconds } from '../types.js';
import type { NativeDom } from './nativeDom.js';

/**
 * How much a place changes by itself: not at all as far as is known; now and then; again and again,
 * with the pressed control in it; so often, and without a beat, that it does so beside any press; on
 * a beat; on a slow beat that this change does not keep.
 */
export type Habit = 'still' | 'moves' | 'beatsAround' | 'restless' | 'beats' | 'offBeat';

/** What a change came of: a press, perhaps one, something else, or surely something else. */
export type Cause = 'press' | 'maybe' | 'other' | 'itself';

export interface BackgroundNoise {
  readonly note: (place: Node, time: Milliseconds, cause: Cause) => void;
  /** @param time - of a change there, if one is to be judged */
  readonly habitOf: (place: Node, pressed: Pressed, time?: Milliseconds) => Habit;
  /** When a change there was noted last. */
  readonly notedAt: (place: Node) => Milliseconds;
  /**
   * Whether a place with a slow and steady beat has changed more often than that since it was last
   * noted, or watched again.
   *
   * @param nChanges - since then, the one at `time` included
   * @param since - when it was watched again: of beats before that nobody has heard
   */
  readonly isMore: (
    place: Node,
    time: Milliseconds,
    nChanges: number,
    since: Milliseconds,
  ) => boolean;
}

/** A pressed control: that its surroundings change by themselves excuses little. */
export interface Pressed {
  readonly element: Element;
  /** Elements around it when it was pressed; since then it may have been mounted anew. */
  readonly path: readonly Element[];
}

interface Past {
  readonly last: Milliseconds;
  readonly gap: Milliseconds;
  readonly isAnswer?: boolean;
  /** Changes that no press was near. */
  readonly nFree?: number;
  /** Their mean distance, the later ones counting most. */
  readonly meanMs?: Milliseconds;
  /** Of its beat; without one, none is known. */
  readonly period?: Milliseconds | undefined;
  /** Changes in a row that kept it, beats that nobody noted left out. */
  readonly nKept?: number;
}

/** Changes this close together are one. */
const SAME_MS: Milliseconds = 5;
/** How unequal intervals may be and still be a beat: timers come late on a busy page. */
const UNEVENNESS = 1.3;
const SLACK_MS: Milliseconds = 20;
/** Clocks and countdowns: two changes a second apart are enough. */
const SECOND_MS: Milliseconds = 1000;
const SECOND_SLACK_MS: Milliseconds = 40;
/** A change is off a beat when it comes this early; what beats fast is never off it. */
const EARLY = 0.75;
const SLOW_MS: Milliseconds = 1000;
/** Of three changes, two can be equally far apart by chance; hardly of four. */
const MIN_KEPT = 1;
/** One beat may be late and the next on time: only half a beat too early is too early. */
const HALF = 0.5;
/** Of a period: a beat that was due so shortly before may be still to come. */
const LATE = 0.1;
/** One in ten presses has a change close by that comes this often, and three show how often. */
const RESTLESS_MS: Milliseconds = 1500;
const MIN_FREE = 3;
/** A press may set off an animation or a stream of text: it goes on while it has no longer rest. */
const REST_MS: Milliseconds = 1500;
/** Ancestors that are looked at: what ticks is small. */
const MAX_LEVELS = 6;

/** What says of itself that it moves; libraries of carousels leave their names in the classes. */
const MOVING =
  'marquee,ins,[role=marquee],[role=timer],[aria-roledescription=carousel i],[class*=carousel i],[class*=swiper],[class*=slick-],[class*=ticker i],[class*=countdown i]';

/** Learns which places of a page change by themselves: clocks, tickers, carousels, animations. */
export function backgroundNoise(dom: NativeDom): BackgroundNoise {
  const pasts = new WeakMap<Node, Past>();

  const isAround = (node: Node, { element, path }: Pressed) =>
    dom.isElement(node) &&
    node !== element &&
    (path.includes(node) ? !dom.contains(element, node) : dom.contains(node, element));

  const habitAt = (node: Node, place: Node, pressed: Pressed, time: Milliseconds): Habit => {
    const { period, last = NaN, nFree = 0, meanMs = NaN } = pasts.get(node) ?? {};
    if (isAround(node, pressed))
      return node === place && (period || nFree > 1) ? 'beatsAround' : 'still';
    if (period === undefined && nFree >= MIN_FREE && meanMs < RESTLESS_MS) return 'restless';
    if (period === undefined) return nFree > 0 ? 'moves' : 'still';
    return period >= SLOW_MS && time - last < EARLY * period ? 'offBeat' : 'beats';
  };

  return {
    note: (place, time, cause) => {
      const past = pasts.get(place) ?? { last: NaN, gap: NaN };
      const gap = time - past.last;
      if (gap < SAME_MS) return;
      if (cause === 'press' || (past.isAnswer && gap < REST_MS && cause !== 'maybe')) {
        pasts.set(place, { ...past, last: time, gap: NaN, isAnswer: true });
        return;
      }
      const { meanMs = gap } = past;
      pasts.set(place, {
        last: time,
        gap: cause === 'maybe' ? NaN : gap,
        nFree: (past.nFree ?? 0) + Number(cause === 'itself'),
        meanMs: Number.isNaN(meanMs) ? gap : (meanMs + gap) / 2,
        period: periodAfter(past, gap, cause),
        nKept: isKept(past.period, gap) ? (past.nKept ?? 0) + 1 : 0,
      });
    },
    notedAt: (place) => pasts.get(place)?.last ?? NaN,
    isMore: (place, time, nChanges, since) => {
      const { period = 0, nKept = 0, last = NaN } = pasts.get(place) ?? {};
      const isSteady = period >= SLOW_MS && nKept >= MIN_KEPT;
      const nMissed = Math.max(0, Math.floor((since - last) / period - LATE));
      return isSteady && nChanges > 1 && time - last < (nMissed + nChanges - HALF) * period;
    },
    habitOf: (place, pressed, time = NaN) => {
      let habit: Habit = 'still';
      let node: Node | null = place;
      for (let level = 0; node && level < MAX_LEVELS && habit === 'still'; level += 1) {
        habit = habitAt(node, place, pressed, time);
        node = dom.parent(node);
      }
      if (habit !== 'still' || !dom.isElement(place)) return habit;
      const moving = dom.closest(place, MOVING);
      return moving && moving !== pressed.element && !isAround(moving, pressed) ? 'moves' : 'still';
    },
  };
}

/** Equal by chance, or a beat: what comes out of it with no press near was none. */
function periodAfter(past: Past, gap: Milliseconds, cause: Cause): Milliseconds | undefined {
  if (cause !== 'maybe' && isBeat(past.gap, gap)) return gap;
  return cause === 'itself' && gap > 0 && !isKept(past.period, gap) ? undefined : past.period;
}

/** Whether a gap is one period, or some of them. */
function isKept(period = NaN, gap: Milliseconds): boolean {
  const nBeats = Math.max(1, Math.round(gap / period));
  return Math.abs(gap - nBeats * period) <= (1 - EARLY) * period;
}

function isBeat(before: Milliseconds, now: Milliseconds): boolean {
  if (Math.abs(now - SECOND_MS) <= SECOND_SLACK_MS) return true;
  return Math.max(before, now) <= UNEVENNESS * Math.min(before, now) + SLACK_MS;
}
