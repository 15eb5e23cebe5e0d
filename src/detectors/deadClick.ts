import { filter, map } from 'rxjs';
import type { Detector, Milliseconds } from '../types.js';
import { judgedPresses } from './judgedPresses.js';
import { recently } from './recently.js';
import { isIgnored, toSignal } from './toSignal.js';

export interface DeadClickOptions {
  /** How long a control may take to show any response. @defaultValue 2500, as PostHog's */
  windowMs?: Milliseconds;
}

const NAME = 'deadClick';
/** Dead presses on one control within this time belong together. */
const REPEAT_MS: Milliseconds = 30_000;
/** Strength of the first, second, third and later dead press on one control. */
const STRENGTHS = [0.5, 0.8, 1];

/**
 * Signals when a control that looks as if it did something got no response at all: no change in
 * the page, focus, selection, scroll, navigation, request or sound.
 */
export function deadClick({ windowMs = 2500 }: DeadClickOptions = {}): Detector {
  return {
    name: NAME,
    detect: (page) => {
      const repeats = recently(REPEAT_MS);
      return judgedPresses(page, windowMs).pipe(
        filter(({ press, latencyMs }) => latencyMs === undefined && !isIgnored(press.target, NAME)),
        map(({ press: { target, time } }) => {
          const presses = repeats.add(target.path, time + windowMs);
          const strength = STRENGTHS[Math.min(presses, STRENGTHS.length) - 1]!;
          return toSignal(NAME, time + windowMs, target, strength, { presses, waitedMs: windowMs });
        }),
      );
    },
  };
}
