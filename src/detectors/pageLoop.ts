import { mapDefined } from '../tools/mapDefined.js';
import type { Detector, Milliseconds, Route } from '../types.js';
import { defineDetector, type Finding } from './defineDetector.js';
import { isSamePlace, visits } from './visits.js';

export interface PageLoopOptions {
  /** From the first page of the loop to the last, and how long until it is told again. @defaultValue 60000 */
  windowMs?: Milliseconds;
  /** Rounds through three or four pages. @defaultValue 2 */
  minRounds?: number;
  /** Rounds of going to and fro between two, one less by turning round. @defaultValue 3 */
  minToAndFro?: number;
}

/** A way that goes in circles: this many times through this many pages. */
interface Loop {
  readonly routes: number;
  readonly rounds: number;
  /** Pages on that way, one after the other. */
  readonly places: number;
  /** Only by the browser's own way back. */
  readonly byTurning?: true;
}

/**
 * Signals when the visitor goes round in circles: through the same three or four pages twice, or to
 * and fro between the same two three times, and nothing new in between. Twice is enough when they
 * turned round by the browser's own way back each time: who compares two pages follows links.
 *
 * From a list to one product after the other, or twice to the same two to compare them, is how
 * people shop: a circle never passes the same page twice in one round. Tabs that change the route,
 * and other queries or hashes, are no other page.
 */
export function pageLoop(options: PageLoopOptions = {}): Detector {
  const { windowMs = 60_000, minRounds = 2, minToAndFro = 3 } = options;
  const turns = Math.max(2, minToAndFro - 1);
  const loops: readonly Loop[] = [
    { routes: 2, rounds: turns, places: 2 * turns + 1, byTurning: true },
    { routes: 2, rounds: minToAndFro, places: 2 * minToAndFro },
    ...[3, 4].map((routes) => ({ routes, rounds: minRounds, places: routes * minRounds })),
  ];

  return defineDetector('pageLoop', ({ routes$ }) => {
    let toldAt: Milliseconds = -Infinity;

    const judge = (trail: readonly Route[]): Finding | undefined => {
      const { time } = trail.at(-1)!;
      const loop = loops.find((each) => isWalked(each, trail, time - windowMs));
      if (!loop || time - toldAt < windowMs) return undefined;
      toldAt = time;
      const { routes, rounds, places } = loop;
      const spanMs = time - trail.at(-places)!.time;
      return { time, strength: 0.7, evidence: { routes, rounds, spanMs } };
    };

    return visits(routes$).pipe(mapDefined(judge));
  });
}

function isWalked(
  { routes, places, byTurning }: Loop,
  trail: readonly Route[],
  since: Milliseconds,
): boolean {
  const walked = trail.slice(-places);
  if (walked.length < places || walked[0]!.time < since || !isCircle(walked, routes)) return false;
  // Every second one from the third on is where they came from.
  return !byTurning || walked.every(({ kind }, i) => i % 2 > 0 || i === 0 || kind === 'traverse');
}

/** Every page but those of the first round is the one that came a round before. */
function isCircle(trail: readonly Route[], length: number): boolean {
  const first = trail.slice(0, length);
  return (
    trail.every((route, i) => isSamePlace(route, first[i % length]!)) &&
    first.every((route, i) => first.findIndex((each) => isSamePlace(each, route)) === i)
  );
}
