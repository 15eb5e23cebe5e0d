import type { Clock } from '../types.js';

/** The page's own time, asked for at each call: a page may replace `Date.now`. */
export function defaultClock(window: Window & typeof globalThis): Clock {
  return {
    now: () => window.performance.now(),
    wallTime: () => window.Date.now(),
  };
}
