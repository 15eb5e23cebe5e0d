import { mapDefined } from '../tools/mapDefined.js';
import type { Detector, Milliseconds } from '../types.js';
import { defineDetector } from './defineDetector.js';
import { judgedPresses } from './judgedPresses.js';
import { recently } from './recently.js';

export interface DeadClickOptions {
  /**
   * How long a control may take to show any response. Peers wait from 100 ms to 7 s.
   * @defaultValue 2500, as PostHog's
   */
  windowMs?: Milliseconds;
  /** Dead presses on one control within this time belong together. @defaultValue 30000 */
  repeatMs?: Milliseconds;
}

/** Of the first, second, third and later dead press on one control. */
const STRENGTHS = [0.5, 0.8, 1];

/**
 * Signals when a control that looks as if it did something gets no response at all: no change in
 * the page, focus, selection, scroll, navigation, request or sound. Each press is judged by itself
 * and signals at most once, stronger the more often that control was dead.
 *
 * Silent on links that lead away, fields, lists, sliders, file choosers, media, surfaces and what is
 * no control; with a modifier key held; and when the page was hidden meanwhile. A press on a
 * disabled control is `blockedClick`'s.
 */
export function deadClick({ windowMs = 2500, repeatMs = 30_000 }: DeadClickOptions = {}): Detector {
  return defineDetector('deadClick', (page) => {
    const repeats = recently(repeatMs);
    return judgedPresses(page, { windowMs }).pipe(
      mapDefined(({ press: { target }, response, time }) => {
        if (response) return undefined;
        const presses = repeats.add(target.path, time);
        const strength = STRENGTHS[Math.min(presses, STRENGTHS.length) - 1]!;
        return { time, target, strength, evidence: { presses, waitedMs: windowMs } };
      }),
    );
  });
}
