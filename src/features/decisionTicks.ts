import {
  debounce,
  defer,
  exhaustMap,
  filter,
  ignoreElements,
  map,
  merge,
  share,
  Subject,
  takeUntil,
  tap,
  timer,
  type Observable,
} from 'rxjs';
import type { Milliseconds, PageStreams, Signal } from '../types.js';

export interface DecisionTickOptions {
  readonly page: PageStreams;
  readonly signals$: Observable<Signal>;
  /** Least time between two moments. @defaultValue 5000 */
  readonly minGapMs?: Milliseconds;
  /** The same before a signal's: help has to be timely. @defaultValue 1000 */
  readonly signalGapMs?: Milliseconds;
  /** Quiet that ends a burst of activity. @defaultValue 700 */
  readonly quietMs?: Milliseconds;
}

interface Timed {
  readonly time: Milliseconds;
}

/**
 * The moments at which to decide, by their time: the end of a burst of activity, an error, a signal,
 * a change of route; while the page is visible.
 *
 * ```text
 * input  ─▶ quiet for 700 ms, and until the gap is over ─────────┐
 * error, route ─▶ at once, or when 5 s have passed since ────────┼─▶ visible? ─▶ time
 * signal ─▶ at once, or when 1 s has passed since the last one ──┘
 * ```
 *
 * They lie at least 5 s apart; only a signal's may come 1 s after any. What comes too early is not
 * lost but waits, unless another moment comes first and so sees it too. Each comes in a task of its
 * own, after all who listen to its cause have heard of it.
 */
export function decisionTicks(options: DecisionTickOptions): Observable<Milliseconds> {
  const { page, signals$, minGapMs = 5000, signalGapMs = 1000, quietMs = 700 } = options;
  const { presses$, keys$, fields$, scroll$, pointer$, errors$, routes$, lifecycle$ } = page;

  return defer(() => {
    const ticked$ = new Subject<void>();
    let last: Milliseconds = -Infinity;
    let isVisible = true;

    const waitMs = ({ time }: Timed, gapMs: Milliseconds) => Math.max(0, last + gapMs - time);
    const asSoonAs = (gapMs: Milliseconds) =>
      // One that waits is enough: whatever comes meanwhile would wait for the same moment.
      exhaustMap((cause: Timed) => {
        const ms = waitMs(cause, gapMs);
        return timer(ms).pipe(
          map(() => cause.time + ms),
          takeUntil(ticked$),
        );
      });
    const restMs = (input: Timed) => Math.max(quietMs, waitMs(input, minGapMs));

    const inputs$ = merge<Timed[]>(presses$, keys$, fields$, scroll$, pointer$);
    const changes$ = routes$.pipe(filter(({ kind }) => kind !== 'load' && kind !== 'reload'));
    const visibility$ = lifecycle$.pipe(
      tap(({ kind }) => {
        if (kind === 'hidden' || kind === 'left') isVisible = false;
        if (kind === 'visible' || kind === 'restored') isVisible = true;
      }),
      ignoreElements(),
    );

    return merge(
      visibility$,
      signals$.pipe(filter(isTimed), asSoonAs(signalGapMs)),
      merge<Timed[]>(errors$, changes$).pipe(filter(isTimed), asSoonAs(minGapMs)),
      inputs$.pipe(
        filter(isTimed),
        debounce((input) => timer(restMs(input))),
        map((input) => input.time + restMs(input)),
        // Another moment came while this one waited, and has seen it.
        filter((time) => time - last >= minGapMs),
      ),
    ).pipe(
      filter(() => isVisible),
      tap((time) => {
        last = time;
        ticked$.next();
      }),
    );
  }).pipe(share());
}

function isTimed({ time }: Timed): boolean {
  return Number.isFinite(time);
}
