import { hash32 } from '../../tools/hash32.js';
import { createPlayer } from './createPlayer.js';
import { createStreams } from './createStreams.js';
import { MAX_MOMENTS, type Cut } from './playRecording.js';
import type { RecordedEvent, Recording } from './Recording.js';

/** A recording that is to be learned from later. */
export interface Held {
  readonly recording: Recording;
  /** Moments that are learned from. */
  readonly nMoments: number;
}

/**
 * What learning needs of a recording: who it was as a hash, and nothing of what came after the last
 * moment that is looked at.
 */
export function toHeld(recording: Recording, cut: Cut): Held {
  const { id, user, events, endMs } = recording;
  const [seen, nMoments] = upTo(events, cut);
  const lastMs = Math.max(endMs ?? 0, events.at(-1)?.[0] ?? 0);
  return {
    recording: {
      ...recording,
      id: hashed(id),
      user: hashed(user),
      events: seen,
      // That it went on is part of what is known.
      ...(seen.length < events.length && { endMs: lastMs }),
    },
    nMoments,
  };
}

function upTo(
  events: readonly RecordedEvent[],
  cut: Cut,
): readonly [events: readonly RecordedEvent[], nMoments: number] {
  if (cut.kind === 'end') return [events, 1];
  if (cut.kind === 'time') return [events.filter(([ms]) => ms <= cut.ms), 1];
  // Whether an event is an action depends on those before it.
  const play = createPlayer(createStreams());
  const actions = events.flatMap((event, i) => (play(event, event[0]) ? [i] : []));
  return cut.kind === 'actions'
    ? [events.slice(0, (actions[cut.n - 1] ?? events.length) + 1), 1]
    : [events, Math.min(MAX_MOMENTS, actions.length)];
}

function hashed(name: string): string {
  return hash32(name).toString(36);
}
