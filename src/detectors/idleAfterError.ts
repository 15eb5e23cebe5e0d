import { filter, map, merge, switchMap, takeUntil, timer, type Observable } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import { note } from '../tools/note.js';
import type {
  Detector,
  FieldEvent,
  Lifecycle,
  Milliseconds,
  PageStreams,
  Target,
} from '../types.js';
import { defineDetector, isIgnored, type Finding } from './defineDetector.js';
import { judgedPresses } from './judgedPresses.js';

export interface IdleAfterErrorOptions {
  /** Without any input after something went wrong. @defaultValue 15000 */
  idleMs?: Milliseconds;
  /**
   * An error counts when the visitor did something at most this long before: what fails by itself
   * while somebody reads stops nobody. @defaultValue 10000, the longest that a server is waited for
   */
  causedWithinMs?: Milliseconds;
}

interface Trouble {
  readonly time: Milliseconds;
  readonly strength: number;
  readonly target?: Target | undefined;
}

/** Scrolling this soon after the trouble is its doing: a jump to the refused field. */
const SETTLE_MS: Milliseconds = 1000;
/** Whether the page can be seen, from what became of it; blur and focus leave that open. */
const VISIBLE: Partial<Record<Lifecycle['kind'], boolean>> = {
  visible: true,
  restored: true,
  hidden: false,
  left: false,
};
/** A dead press weighs less than an error. */
const DEAD_STRENGTH = 0.5;
/** Fields that only changed their state were not touched by the visitor. */
const NOT_BY_HAND: readonly FieldEvent['kind'][] = ['focus', 'left', 'invalid', 'refused'];

/**
 * Signals when the visitor stops after an error of their own doing or a dead press: no press, key,
 * edit, scroll or change of route for 15 s, with the page in sight all the time.
 */
export function idleAfterError(options: IdleAfterErrorOptions = {}): Detector {
  const { idleMs = 15_000, causedWithinMs = 10_000 } = options;

  return defineDetector('idleAfterError', (page) => {
    let last: { readonly time: Milliseconds; readonly target?: Target } | undefined;
    let isVisible = true;
    const activity$ = activityOf(page);
    const visible$ = page.lifecycle$.pipe(mapDefined(({ kind }) => VISIBLE[kind]));
    const ownErrors$ = page.errors$.pipe(
      filter(({ time }) => last !== undefined && time - last.time <= causedWithinMs),
      map(({ time, strength }): Trouble => ({ time, strength, target: last?.target })),
    );
    const toFinding = ({ time, strength, target }: Trouble): Finding => ({
      time: time + idleMs,
      target,
      strength: 0.5 + 0.4 * Math.min(1, strength),
      evidence: { idleMs },
    });

    return merge(
      merge<{ time: Milliseconds; target?: Target }[]>(page.presses$, page.keys$).pipe(
        note((action) => (last = action)),
      ),
      visible$.pipe(note((visible) => (isVisible = visible))),
      // Kept alive: who comes anew is told of the past, and counts as a page that was come to.
      page.routes$.pipe(note(() => undefined)),
      merge(ownErrors$, deadPresses(page)).pipe(
        filter(() => isVisible),
        switchMap((trouble) => {
          const goesOn$ = activity$.pipe(filter(({ time }) => !(time <= trouble.time)));
          return timer(idleMs).pipe(
            map(() => toFinding(trouble)),
            takeUntil(merge(goesOn$, visible$)),
          );
        }),
      ),
    );
  });
}

function deadPresses(page: PageStreams): Observable<Trouble> {
  return judgedPresses(page).pipe(
    filter(({ press, response }) => !response && !isIgnored(press.target, 'deadClick')),
    map(({ press: { target }, time }) => ({ time, target, strength: DEAD_STRENGTH })),
  );
}

/** What the visitor does, by its time. */
function activityOf(page: PageStreams): Observable<{ readonly time: Milliseconds }> {
  const { presses$, keys$, fields$, routes$, scroll$ } = page;
  return merge<{ time: Milliseconds }[]>(
    presses$,
    keys$,
    routes$,
    fields$.pipe(filter(({ kind }) => !NOT_BY_HAND.includes(kind))),
    scroll$.pipe(map(({ time }) => ({ time: time - SETTLE_MS }))),
  );
}
