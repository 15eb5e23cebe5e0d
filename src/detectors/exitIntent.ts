import { EMPTY, filter, map, merge, switchMap, timer } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import { note } from '../tools/note.js';
import type { Detector, Milliseconds, PointerSummary, Swipe, Target } from '../types.js';
import { defineDetector, type Finding } from './defineDetector.js';

export interface ExitIntentOptions {
  /** Since the first input on the page. @defaultValue 5000 */
  minEngagedMs?: Milliseconds;
  /** Of the pointer as it leaves, and of a finger, CSS pixels a second. @defaultValue 600 */
  minSpeed?: number;
  /** Who is back by then has not gone. @defaultValue 300 */
  backMs?: Milliseconds;
  /** How long until it is told again. @defaultValue 30000 */
  quietMs?: Milliseconds;
}

/** The movement that an exit ends is summed up this soon before it. */
const SAME_MS: Milliseconds = 100;
/** A finger's way up that means leaving, and how soon the page is hidden after it. */
const SWIPE_PX = 150;
const HIDDEN_MS: Milliseconds = 2000;

/**
 * Signals when the visitor is about to leave: the pointer goes out through the top at speed, to the
 * tabs or the address bar, and does not come back; or a finger scrolls up fast and the page is hidden.
 *
 * Silent while a field has the focus: a list of suggestions or of a `<select>` may lie outside of
 * the page. A context menu does, too, so a way out that follows one is not told of.
 */
export function exitIntent(options: ExitIntentOptions = {}): Detector {
  const { minEngagedMs = 5000, minSpeed = 600, backMs = 300, quietMs = 30_000 } = options;

  return defineDetector('exitIntent', (page) => {
    let engagedAt = Infinity;
    let toldAt: Milliseconds = -Infinity;
    let isInField = false;
    let last: PointerSummary | undefined;
    let swipe: Swipe | undefined;

    const find = (time: Milliseconds, speed: number, target: Target): Finding | undefined => {
      const isGoing = speed >= minSpeed && !isInField && time - engagedAt >= minEngagedMs;
      if (!isGoing || time - toldAt < quietMs) return undefined;
      toldAt = time;
      return { time, target, strength: 0.3 + 0.3 * Math.min(1, speed / 3000), evidence: { speed } };
    };
    const { pointer$, presses$, scroll$, keys$, swipes$ } = page;

    return merge(
      merge<{ time: Milliseconds }[]>(pointer$, presses$, scroll$, keys$, swipes$).pipe(
        note(({ time }) => (engagedAt = Math.min(engagedAt, time))),
      ),
      page.fields$.pipe(
        note(({ kind }) => (isInField = kind !== 'left' && (isInField || kind === 'focus'))),
      ),
      pointer$.pipe(note((move) => (last = move))),
      swipes$.pipe(note((drawn) => (swipe = drawn))),
      page.exits$.pipe(
        switchMap(({ kind, time }) =>
          kind === 'left' ? timer(backMs).pipe(map(() => time + backMs)) : EMPTY,
        ),
        mapDefined((time) => {
          const isOwn = last && last.time >= time - backMs - SAME_MS;
          return isOwn ? find(time, last!.maxSpeed, last!.target) : undefined;
        }),
      ),
      page.lifecycle$.pipe(
        filter(({ kind }) => kind === 'hidden'),
        mapDefined(({ time }) => {
          if (!swipe?.answered || swipe.downPx < SWIPE_PX) return undefined;
          const speed = (1000 * swipe.downPx) / swipe.durationMs;
          return time - swipe.time < HIDDEN_MS ? find(time, speed, swipe.target) : undefined;
        }),
      ),
    );
  });
}
