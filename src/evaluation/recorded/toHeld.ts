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
 * What learning needs of a recording: who it was as a hash, nothing of what came after the last
 * moment that is looked at, and nothing that is not played.
 */
export function toHeld(recording: Recording, cut: Cut): Held {
  const { id, user, events, endMs } = recording;
  const { play, knows } = createPlayer(createStreams());
  // Whether an event is an action depends on those before it.
  const actions = events.flatMap((event, i) => (play(event, event[0]) ? [i] : []));
  const seen = events.slice(0, nSeen(events, actions, cut));
  const lastMs = Math.max(endMs ?? 0, events.at(-1)?.[0] ?? 0);
  return {
    recording: {
      ...recording,
      id: hashed(id),
      user: hashed(user),
      // The last one tells how long it went on, whatever it was.
      events: seen.filter(([, type], i) => knows(type) || i === seen.length - 1),
      ...(seen.length < events.length && { endMs: lastMs }),
    },
    nMoments: cut.kind === 'every' ? Math.min(MAX_MOMENTS, actions.length) : 1,
  };
}

/** How many events there are up to the last moment that is looked at. */
function nSeen(events: readonly RecordedEvent[], actions: readonly number[], cut: Cut): number {
  if (cut.kind === 'actions') return (actions[cut.n - 1] ?? events.length) + 1;
  if (cut.kind === 'time') return events.filter(([ms]) => ms <= cut.ms).length;
  return events.length;
}

function hashed(name: string): string {
  return hash32(name).toString(36);
}
