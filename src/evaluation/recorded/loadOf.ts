import type { Held } from './toHeld.js';

/** Events of a part that holds back all that it may: some 6 MB of text. */
const MAX_EVENTS = 250_000;
/** Moments of one: a minute or two of learning. */
const MAX_HELD_MOMENTS = 32_000;

/** What a recording takes of all that a part may hold back, in text or in time: up to 1 in all. */
export function loadOf({ recording, nMoments }: Held): number {
  return Math.max(recording.events.length / MAX_EVENTS, nMoments / MAX_HELD_MOMENTS);
}
