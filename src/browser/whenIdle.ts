import type { Milliseconds } from '../types.js';

/** Idle time may never come on a busy page: then it is done all the same. */
const LATEST_MS: Milliseconds = 3000;
const FALLBACK_MS: Milliseconds = 1000;

/**
 * Calls once when the page has loaded and has nothing better to do.
 *
 * @returns a function that calls it off
 */
export function whenIdle(window: Window, fn: () => void): () => void {
  if (typeof window.requestIdleCallback === 'function') {
    const id = window.requestIdleCallback(() => fn(), { timeout: LATEST_MS });
    return () => window.cancelIdleCallback(id);
  }
  const id = window.setTimeout(fn, FALLBACK_MS);
  return () => window.clearTimeout(id);
}
