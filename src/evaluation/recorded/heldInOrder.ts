import { sortBy } from '../../tools/sortBy.js';
import type { Part } from './Part.js';
import type { Recording } from './Recording.js';

/** A recording that a part has held back. */
interface FromPart {
  readonly recording: Recording;
  readonly part: Part;
  /** How many came before it in its part, as if all parts were as long as the longest. */
  readonly place: number;
}

/**
 * What parts have held back, in an order that does not depend on that of the parts and comes near to
 * that in which all of it happened: by time where each part is in the order of time, else from all
 * parts in turn.
 */
export function heldInOrder(parts: readonly Part[]): readonly FromPart[] {
  const most = Math.max(...parts.map(nOf));
  const all = sortBy(
    parts.flatMap((part) => placesOf(part, most)),
    ({ recording }) => JSON.stringify(recording),
  );
  const byTime = sortBy(all, ({ recording }) => recording.startMs ?? 0);
  return parts.every(isByTime) ? byTime : sortBy(byTime, ({ place }) => place);
}

/** Recordings, those that were learned from before included. */
function nOf({ prior }: Part): number {
  return prior.weights.n[0]!;
}

function placesOf(part: Part, most: number): readonly FromPart[] {
  const n = nOf(part);
  return part.held.map((recording, i) => {
    const place = Math.floor(((n - part.held.length + i) * most) / n);
    return { recording, part, place };
  });
}

function isByTime({ held }: Part): boolean {
  return held.every(
    ({ startMs }, i) => startMs !== undefined && startMs >= (held[i - 1]?.startMs ?? 0),
  );
}
