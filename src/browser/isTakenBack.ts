import type { Watched } from './watched.js';

/**
 * Whether a toggle is, as it is pressed again, what it was before its last press, though that was
 * answered, and nothing else changed: a switch that springs back.
 */
export function isTakenBack(
  { answered, isElsewhere, press, state }: Watched,
  latest: Watched,
): boolean {
  const isToggle = press.target.control === 'toggle';
  return isToggle && state === latest.state && !isElsewhere && answered.size > 0;
}
