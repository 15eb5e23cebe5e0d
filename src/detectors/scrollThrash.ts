import { filter, merge } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import { note } from '../tools/note.js';
import type { Detector, KeyKind, Milliseconds, ScrollSummary } from '../types.js';
import { defineDetector, type Finding } from './defineDetector.js';

export interface ScrollThrashOptions {
  /** Reversals of at least half a viewport each. @defaultValue 4 */
  minReversals?: number;
  /** Within this time. @defaultValue 15000 */
  windowMs?: Milliseconds;
  /** Who stops for longer has found something to read. @defaultValue 2000 */
  maxRestMs?: Milliseconds;
  /** How many times what is usual for this person it has to be. @defaultValue 2 */
  timesUsual?: number;
}

/** Keys that scroll. */
const SCROLLING: readonly KeyKind[] = ['navigation', 'space'];
/** Share of the latest bout in what is usual. */
const HABIT_SHARE = 0.2;

/**
 * Signals when the visitor scrolls up and down in search of something, without stopping to read and
 * without pressing, selecting or typing anything; once a bout, the sooner the stronger.
 *
 * Some people always scroll that way: it has to be twice what is usual for this one. Each part of
 * the page that scrolls counts by itself, and what scrolls by itself does not count.
 */
export function scrollThrash(options: ScrollThrashOptions = {}): Detector {
  const { minReversals = 4, windowMs = 15_000, maxRestMs = 2000, timesUsual = 2 } = options;

  return defineDetector('scrollThrash', ({ scroll$, presses$, keys$, fields$ }) => {
    let usual = 0;
    let last: ScrollSummary | undefined;
    let times: readonly Milliseconds[] = [];
    let isTold = false;

    const end = () => {
      if (last) usual += HABIT_SHARE * (times.length - usual);
      [last, times, isTold] = [undefined, [], false];
    };

    const scrolled = (scroll: ScrollSummary): Finding | undefined => {
      const { time, durationMs, target, reversals } = scroll;
      const restMs = time - durationMs - (last?.time ?? NaN);
      if (last && (last.target.path !== target.path || restMs > maxRestMs)) end();
      last = scroll;
      const recent = times.filter((at) => time - at < windowMs);
      times = reversals >= 1 ? [...recent, ...(reversals >= 2 ? [time] : []), time] : recent;
      const least = Math.max(minReversals, timesUsual * usual);
      if (isTold || times.length < least) return undefined;
      isTold = true;
      const spanMs = time - times[0]!;
      const strength = 0.4 + 0.4 * (1 - spanMs / windowMs);
      return { time, target, strength, evidence: { reversals: times.length, spanMs } };
    };

    return merge(
      merge(presses$, fields$, keys$.pipe(filter(({ kind }) => !SCROLLING.includes(kind)))).pipe(
        note(end),
      ),
      scroll$.pipe(mapDefined(scrolled)),
    );
  });
}
