import type { Decision, Milliseconds } from '../types.js';

/** What stands in the way for moments only, and is often over within seconds. */
const PASSING: readonly string[] = [
  'visible',
  'notTyping',
  'notSelecting',
  'notDragging',
  'noDialog',
  'breakpoint',
  'minSession',
];

/** How soon to look again: well below the 1.5 s after typing, and rare enough to cost nothing. */
const RETRY_MS: Milliseconds = 500;

/** Whether help would be offered if only the visitor paused: nothing lasting stands in the way. */
export function isWorthWaiting({ gates }: Decision): boolean {
  const failed = gates.filter(({ passed }) => !passed);
  return failed.length > 0 && failed.every(({ name }) => PASSING.includes(name));
}

/** How long to wait before deciding again, or `undefined` when waiting would not help. */
export function waitMs(decision: Decision): Milliseconds | undefined {
  return isWorthWaiting(decision) ? RETRY_MS : undefined;
}
