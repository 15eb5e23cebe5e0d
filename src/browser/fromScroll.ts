import type { Observable } from 'rxjs';
import { clamp } from '../tools/clamp.js';
import type { Milliseconds, ScrollSummary } from '../types.js';
import type { Host } from './Host.js';
import { summaries } from './summaries.js';

/** A reversal has to undo this share of a viewport. */
const REVERSAL_SHARE = 0.5;

/**
 * How the page scrolled. The listener only notes that it did; positions are read five times a
 * second, outside of it.
 */
export function fromScroll(host: Host): Observable<ScrollSummary> {
  const { window, document, clock } = host;
  let startedAt: Milliseconds = 0;
  let isScrolling = false;
  let position = 0;
  let turningPoint = 0;
  let direction = 0;
  let depth = 0;

  const start = (onEvent: () => void) => {
    const onScroll = () => {
      if (!isScrolling) startedAt = clock.now();
      isScrolling = true;
      onEvent();
    };
    window.addEventListener('scroll', onScroll, true);
    return () => window.removeEventListener('scroll', onScroll, true);
  };

  /** Counts a reversal once it has undone half a viewport. */
  const turn = (now: number): number => {
    const travelled = now - turningPoint;
    if (Math.sign(travelled) === direction) {
      turningPoint = now;
      return 0;
    }
    if (Math.abs(travelled) < REVERSAL_SHARE * window.innerHeight) return 0;
    turningPoint = now;
    const isReversal = direction !== 0;
    direction = Math.sign(travelled);
    return isReversal ? 1 : 0;
  };

  const take = (): ScrollSummary | undefined => {
    if (!isScrolling) return undefined;
    isScrolling = false;
    const time = clock.now();
    const now = window.scrollY;
    const distancePx = Math.abs(now - position);
    position = now;
    const scrollable = (document.documentElement?.scrollHeight ?? 0) - window.innerHeight;
    if (scrollable > 0) depth = Math.max(depth, clamp(now / scrollable, 0, 1));
    return { time, durationMs: time - startedAt, distancePx, reversals: turn(now), depth };
  };

  return summaries(host, start, take);
}
