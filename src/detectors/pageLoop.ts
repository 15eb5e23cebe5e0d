import { mapDefined } from '../tools/mapDefined.js';
import type { Detector, Milliseconds, Route } from '../types.js';
import { defineDetector, type Finding } from './defineDetector.js';
import { isSamePlace, visits } from './visits.js';

export interface PageLoopOptions {
  /** From the first page of the loop to the last, and how long until it is told again. @defaultValue 60000 */
  windowMs?: Milliseconds;
  /** Rounds through three or four pages. @defaultValue 2 */
  minRounds?: number;
  /** Rounds of going to and fro between two. @defaultValue 3 */
  minToAndFro?: number;
}

const LENGTHS = [2, 3, 4];

/**
 * Signals when the visitor goes round in circles: through the same three or four pages twice, or to
 * and fro between the same two three times, and nothing new in between.
 *
 * From a list to one product after the other, or twice to the same two to compare them, is how
 * people shop: a circle never passes the same page twice in one round. Tabs that change the route,
 * and other queries or hashes, are no other page.
 */
export function pageLoop(options: PageLoopOptions = {}): Detector {
  const { windowMs = 60_000, minRounds = 2, minToAndFro = 3 } = options;

  return defineDetector('pageLoop', ({ routes$ }) => {
    let toldAt: Milliseconds = -Infinity;

    const judge = (trail: readonly Route[]): Finding | undefined => {
      const { time } = trail.at(-1)!;
      if (time - toldAt < windowMs) return undefined;
      for (const routes of LENGTHS) {
        const rounds = routes === 2 ? minToAndFro : minRounds;
        const spanMs = time - (trail.at(-routes * rounds)?.time ?? -Infinity);
        if (spanMs > windowMs || !isCircle(trail.slice(-routes * rounds), routes)) continue;
        toldAt = time;
        return { time, strength: 0.7, evidence: { routes, rounds, spanMs } };
      }
      return undefined;
    };

    return visits(routes$).pipe(mapDefined(judge));
  });
}

/** Every page but those of the first round is the one that came a round before. */
function isCircle(trail: readonly Route[], length: number): boolean {
  const first = trail.slice(0, length);
  return (
    trail.every((route, i) => isSamePlace(route, first[i % length]!)) &&
    first.every((route, i) => first.findIndex((each) => isSamePlace(each, route)) === i)
  );
}
