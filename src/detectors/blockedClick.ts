import { mapDefined } from '../tools/mapDefined.js';
import type { Detector, Milliseconds } from '../types.js';
import { defineDetector } from './defineDetector.js';
import { recently } from './recently.js';

export interface BlockedClickOptions {
  /** Presses on one control within this time belong together. @defaultValue 30000 */
  windowMs?: Milliseconds;
}

/** A first press may be a slip; a third is not. */
const STRENGTHS = [0.4, 0.8, 1];

/** Signals on each press of a disabled control: the visitor wants what the page does not let them have. */
export function blockedClick({ windowMs = 30_000 }: BlockedClickOptions = {}): Detector {
  return defineDetector('blockedClick', ({ presses$ }) => {
    const repeats = recently(windowMs);
    return presses$.pipe(
      mapDefined(({ target, time, modified }) => {
        if (!target.disabled || modified) return undefined;
        const presses = repeats.add(target.path, time);
        const strength = STRENGTHS[Math.min(presses, STRENGTHS.length) - 1]!;
        return { time, target, strength, evidence: { presses } };
      }),
    );
  });
}
