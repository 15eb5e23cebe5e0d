import { filter, merge, Observable, share } from 'rxjs';
import { movableTimer, type MovableTimer } from '../tools/movableTimer.js';
import { note } from '../tools/note.js';
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
 * signal ─▶ as soon as 1 s has passed since the last moment ────────┐
 * error, route ─▶ as soon as 5 s have passed ───────────────────────┼─▶ visible? ─▶ time
 * input ─▶ as soon as 5 s have passed and it has been quiet 700 ms ─┘
 * ```
 *
 * So they lie at least 5 s apart; only a signal's may come 1 s after any. What comes too early is
 * not lost but waits, unless another moment comes first and so sees it too. Each comes in a task of
 * its own, after all who listen to its cause have heard of it.
 */
export function decisionTicks(options: DecisionTickOptions): Observable<Milliseconds> {
  const { page, signals$, minGapMs = 5000, signalGapMs = 1000, quietMs = 700 } = options;
  const { presses$, keys$, fields$, scroll$, pointer$, errors$, routes$, lifecycle$ } = page;

  return new Observable<Milliseconds>((subscriber) => {
    const waiting: MovableTimer[] = [];
    let last: Milliseconds = -Infinity;
    let isVisible = true;

    const tick = (time: Milliseconds) => {
      if (!isVisible) return;
      last = time;
      for (const timer of waiting) timer.clear();
      subscriber.next(time);
    };

    const whenDue = (causes$: Observable<Timed>, gapMs: Milliseconds, restMs: Milliseconds) => {
      let dueAt: Milliseconds = NaN;
      const timer = movableTimer(() => tick(dueAt));
      waiting.push(timer);
      return causes$.pipe(
        note(({ time }) => {
          if (!Number.isFinite(time)) return;
          const waitMs = Math.max(restMs, last + gapMs - time);
          dueAt = time + waitMs;
          timer.set(waitMs);
        }),
      );
    };

    subscriber.add(() => waiting.forEach((timer) => timer.clear()));
    return merge(
      lifecycle$.pipe(
        note(({ kind }) => {
          if (kind === 'hidden' || kind === 'left') isVisible = false;
          if (kind === 'visible' || kind === 'restored') isVisible = true;
        }),
      ),
      whenDue(signals$, signalGapMs, 0),
      whenDue(errors$, minGapMs, 0),
      whenDue(
        routes$.pipe(filter(({ kind }) => kind !== 'load' && kind !== 'reload')),
        minGapMs,
        0,
      ),
      whenDue(merge<Timed[]>(presses$, keys$, fields$, scroll$, pointer$), minGapMs, quietMs),
    ).subscribe(subscriber);
  }).pipe(share());
}
