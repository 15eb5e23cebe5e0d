import { filter, map } from 'rxjs';
import type { Detector, Milliseconds } from '../types.js';
import { recently } from './recently.js';
import { isIgnored, toSignal } from './toSignal.js';

export interface BlockedClickOptions {
  /** Presses on one control within this time belong together. @defaultValue 30000 */
  windowMs?: Milliseconds;
}

const NAME = 'blockedClick';
/** A first press may be a slip; a third is not. */
const STRENGTHS = [0.4, 0.8, 1];

/** Signals on a press of a disabled control: the visitor wants what the page does not let them have. */
export function blockedClick({ windowMs = 30_000 }: BlockedClickOptions = {}): Detector {
  return {
    name: NAME,
    detect: ({ presses$ }) => {
      const repeats = recently(windowMs);
      return presses$.pipe(
        filter(({ target, modified }) => target.disabled && !modified && !isIgnored(target, NAME)),
        map(({ target, time }) => {
          const presses = repeats.add(target.path, time);
          const strength = STRENGTHS[Math.min(presses, STRENGTHS.length) - 1]!;
          return toSignal(NAME, time, target, strength, { presses });
        }),
      );
    },
  };
}
