import { clamp } from '../tools/clamp.js';
import type { ScrollSummary } from '../types.js';

/** Where a scroller is: CSS pixels. */
export interface Scrolled {
  readonly scrollTop: number;
  readonly clientHeight: number;
  readonly scrollHeight: number;
}

export type ScrollSum = (
  scroller: Scrolled,
) => Pick<ScrollSummary, 'distancePx' | 'reversals' | 'depth'>;

/** A reversal has to undo this share of what is seen at once. */
const REVERSAL_SHARE = 0.5;

/** Sums up one scroller's positions, from the top on. */
export function scrollSum(): ScrollSum {
  let position = 0;
  /** The farthest point in the current direction. */
  let extreme = 0;
  let direction = 0;
  let depth = 0;

  const turn = (now: number, leastPx: number): number => {
    const beyond = now - extreme;
    if (direction !== 0 && Math.sign(beyond) === direction) extreme = now;
    if (Math.abs(now - extreme) < leastPx) return 0;
    const isReversal = direction !== 0;
    direction = Math.sign(now - extreme);
    extreme = now;
    return isReversal ? 1 : 0;
  };

  return ({ scrollTop, clientHeight, scrollHeight }) => {
    const distancePx = Math.abs(scrollTop - position);
    position = scrollTop;
    const scrollable = scrollHeight - clientHeight;
    if (scrollable > 0) depth = Math.max(depth, clamp(scrollTop / scrollable, 0, 1));
    return { distancePx, reversals: turn(scrollTop, REVERSAL_SHARE * clientHeight), depth };
  };
}
