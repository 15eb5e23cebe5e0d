import { debounceTime, filter, map, merge, share, Observable } from 'rxjs';
import type { Milliseconds, PageStreams, Signal } from '../types.js';

export interface DecisionTickOptions {
  readonly page: PageStreams;
  readonly signals$: Observable<Signal>;
  /** Least time between two moments. @defaultValue 5000 */
  readonly minGapMs?: Milliseconds;
  /** The same after a signal, since help has to be timely. @defaultValue 1000 */
  readonly signalGapMs?: Milliseconds;
  /** Quiet that ends a burst of activity. @defaultValue 700 */
  readonly quietMs?: Milliseconds;
}

interface Due {
  /** Of what caused it. */
  readonly time: Milliseconds;
  readonly kind: 'signal' | 'event' | 'burst';
}

/**
 * The moments at which to decide: the end of a burst of activity, an error, a signal, a change of
 * route; while the page is visible.
 *
 * They come at least 5 s apart, a signal at least 1 s after any. A signal or error that comes too
 * early is not lost: its moment comes as soon as it may.
 */
export function decisionTicks(options: DecisionTickOptions): Observable<Milliseconds> {
  const { page, signals$, minGapMs = 5000, signalGapMs = 1000, quietMs = 700 } = options;
  const { presses$, keys$, fields$, scroll$, pointer$, errors$, routes$, lifecycle$ } = page;

  const bursts$ = merge<{ time: Milliseconds }[]>(presses$, keys$, fields$, scroll$, pointer$).pipe(
    debounceTime(quietMs),
    map(({ time }): Due => ({ time: time + quietMs, kind: 'burst' })),
  );
  const due$ = merge(
    signals$.pipe(map(({ time }): Due => ({ time, kind: 'signal' }))),
    errors$.pipe(map(({ time }): Due => ({ time, kind: 'event' }))),
    routes$.pipe(
      filter(({ kind }) => kind !== 'load' && kind !== 'reload'),
      map(({ time }): Due => ({ time, kind: 'event' })),
    ),
    bursts$,
  );

  return new Observable<Milliseconds>((subscriber) => {
    let last: Milliseconds = -Infinity;
    let isVisible = true;
    let waiting:
      { readonly timer: ReturnType<typeof setTimeout>; readonly at: Milliseconds } | undefined;

    const cancel = () => {
      clearTimeout(waiting?.timer);
      waiting = undefined;
    };
    const tick = (time: Milliseconds) => {
      cancel();
      if (!isVisible) return;
      last = time;
      subscriber.next(time);
    };
    const onDue = ({ time, kind }: Due) => {
      const at = Math.max(time, last + (kind === 'signal' ? signalGapMs : minGapMs));
      if (at <= time) return tick(time);
      // The end of a burst is one of many; a signal, an error and a route are not.
      if (kind === 'burst' || (waiting && waiting.at <= at)) return;
      cancel();
      waiting = { at, timer: setTimeout(() => tick(at), at - time) };
    };

    const subscription = due$.subscribe(onDue);
    subscription.add(
      lifecycle$.subscribe(({ kind }) => {
        if (kind === 'hidden' || kind === 'left') isVisible = false;
        if (kind === 'visible' || kind === 'restored') isVisible = true;
      }),
    );
    subscription.add(cancel);
    return subscription;
  }).pipe(share());
}
