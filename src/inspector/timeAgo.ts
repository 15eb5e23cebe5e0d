import type { Milliseconds } from '../types.js';

/** How long ago something was, short: `now`, `12 s ago`, `3 min ago`, `2 h ago`. */
export function timeAgo(ageMs: Milliseconds): string {
  const seconds = Math.floor(ageMs / 1000);
  if (!(seconds >= 1)) return 'now';
  if (seconds < 60) return `${seconds} s ago`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`;
  return `${Math.floor(seconds / 3600)} h ago`;
}
