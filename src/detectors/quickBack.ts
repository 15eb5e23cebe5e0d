import { mapDefined } from '../tools/mapDefined.js';
import type { Detector, Milliseconds, Route } from '../types.js';
import { defineDetector, type Finding } from './defineDetector.js';
import { isSamePlace, visits } from './visits.js';

export interface QuickBackOptions {
  /** The longest stay on a page that is a wrong turn. @defaultValue 7000 */
  maxDwellMs?: Milliseconds;
  /** The same as a share of this person's median stay on other pages. @defaultValue 0.5 */
  maxShare?: number;
}

/** Nobody sees a page this soon: it sent the visitor back by itself. */
const REDIRECT_MS: Milliseconds = 500;

/**
 * Signals when the visitor comes to a page for the first time, turns round at once and is back
 * where they were: not what they were looking for. The quicker, the stronger.
 *
 * Quick is quick for this person: who looks at every page for 4 s, as shoppers do, gets no signal
 * for 4 s. Going between two pages that are both known is comparing. Tabs that change the route,
 * and other queries or hashes, are no other page.
 */
export function quickBack({ maxDwellMs = 7000, maxShare = 0.5 }: QuickBackOptions = {}): Detector {
  const judge = (trail: readonly Route[]): Finding | undefined => {
    const [from, wrong, back] = trail.slice(-3);
    if (!back || !isSamePlace(from!, back)) return undefined;
    if (trail.slice(0, -2).some((earlier) => isSamePlace(earlier, wrong!))) return undefined;
    const dwellMs = back.time - wrong!.time;
    const medianMs = median(dwellsOf(trail.slice(0, -1)));
    const limitMs = Math.min(maxDwellMs, maxShare * medianMs);
    if (!(dwellMs >= REDIRECT_MS && dwellMs < limitMs)) return undefined;
    const strength = 0.4 + 0.4 * (1 - dwellMs / maxDwellMs);
    return { time: back.time, strength, evidence: { dwellMs, medianMs } };
  };
  return defineDetector('quickBack', ({ routes$ }) => visits(routes$).pipe(mapDefined(judge)));
}

function dwellsOf(trail: readonly Route[]): readonly Milliseconds[] {
  return trail
    .slice(1)
    .map(({ time }, i) => time - trail[i]!.time)
    .filter((dwellMs) => dwellMs >= REDIRECT_MS);
}

/** The middle one; of an even number, the lower. NaN of none. */
function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? NaN;
}
