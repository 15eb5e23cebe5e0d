import { filter, map, mergeMap, race, take, takeUntil, timer, type Observable } from 'rxjs';
import type { ControlKind, Milliseconds, PageStreams, Press } from '../types.js';

/** Controls whose press must show some response. */
const JUDGED: readonly ControlKind[] = ['button', 'toggle', 'stepper', 'pager', 'link'];

/** A press and how long its first response took; `undefined` when none came in time. */
export interface JudgedPress {
  readonly press: Press;
  readonly latencyMs: Milliseconds | undefined;
}

/**
 * Waits for the first response to each press that must have one. Each press waits for itself: a
 * second press neither cancels nor excuses the first. A page that is hidden or left ends the
 * waiting, since nobody saw whether anything happened.
 */
export function judgedPresses(
  { presses$, responses$, lifecycle$ }: PageStreams,
  windowMs: Milliseconds,
): Observable<JudgedPress> {
  const away$ = lifecycle$.pipe(filter(({ kind }) => kind === 'hidden' || kind === 'left'));
  return presses$.pipe(
    filter(isJudged),
    mergeMap((press) =>
      race(
        responses$.pipe(
          filter((response) => response.press === press.id),
          map(({ time }) => time - press.time),
        ),
        timer(windowMs).pipe(map(() => undefined)),
      ).pipe(
        take(1),
        map((latencyMs) => ({ press, latencyMs })),
        takeUntil(away$),
      ),
    ),
  );
}

function isJudged({ target, modified }: Press): boolean {
  return JUDGED.includes(target.control) && !target.disabled && !target.leadsAway && !modified;
}
