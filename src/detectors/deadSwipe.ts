import { mapDefined } from '../tools/mapDefined.js';
import type { ControlKind, Detector, Milliseconds } from '../types.js';
import { defineDetector } from './defineDetector.js';
import { recently } from './recently.js';

export interface DeadSwipeOptions {
  /** Swipes in one place that make it sure. @defaultValue 1 */
  minSwipes?: number;
  /** The shortest that is one, CSS pixels; under 30 none is told of. @defaultValue 30, as PostHog's */
  minPx?: number;
  /** Dead swipes in one place within this time belong together. @defaultValue 30000 */
  repeatMs?: Milliseconds;
}

/** These answer fingers in ways that the page cannot see. */
const ANSWER_UNSEEN: readonly ControlKind[] = ['surface', 'media', 'slider', 'field', 'select'];
/** Of the first, second, third and later dead swipe in one place. */
const STRENGTHS = [0.4, 0.7, 1];

/**
 * Signals when one finger is drawn over the page and nothing scrolls or changes; stronger the more
 * often. A link may be swiped like anything else.
 *
 * Silent over drawings, maps, media, sliders and texts, and where what was to be scrolled is at its end.
 */
export function deadSwipe(options: DeadSwipeOptions = {}): Detector {
  const { minSwipes = 1, minPx = 30, repeatMs = 30_000 } = options;
  return defineDetector('deadSwipe', ({ swipes$ }) => {
    const repeats = recently(repeatMs);
    return swipes$.pipe(
      mapDefined(({ time, target, answered, distancePx }) => {
        if (answered || distancePx < minPx || ANSWER_UNSEEN.includes(target.control))
          return undefined;
        const swipes = repeats.add(target.path, time);
        if (swipes < minSwipes) return undefined;
        const strength = STRENGTHS[Math.min(swipes, STRENGTHS.length) - 1]!;
        return { time, target, strength, evidence: { swipes, distancePx } };
      }),
    );
  });
}
