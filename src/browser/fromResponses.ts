import { Observable, share, type Subscription } from 'rxjs';
import { consume } from '../guard.js';
import type { Lifecycle, PressResponse } from '../types.js';
import type { Approach } from './fromApproaches.js';
import type { ElementPress } from './fromPresses.js';
import type { Host } from './Host.js';
import type { Refusal } from './mutationWatch.js';
import { pressWatch } from './pressWatch.js';

/** What the watch after a press finds. */
export type Finding = { readonly response: PressResponse } | { readonly refusal: Refusal };

export interface ResponseSources {
  readonly presses$: Observable<ElementPress>;
  readonly approaches$: Observable<Approach>;
  /** Every change of the URL within this page, also of its query and hash. */
  readonly navigations$: Observable<unknown>;
  readonly routes$: Observable<unknown>;
  readonly lifecycle$: Observable<Lifecycle>;
  readonly resources$: Observable<PerformanceResourceTiming>;
}

/**
 * What answered each press, as facts: the one place that knows. Nothing is attached until a press,
 * and nothing is left 3 s after the last one; only what moves by itself is learned once, for 3 s,
 * on each route.
 *
 * ```text
 * press ─▶ watch 3 s ─▶ change in or near it ────────────────────▶ mutation
 *                   ├─▶ change elsewhere ─▶ moves by itself? ────▶ nothing
 *                   │                  ├──▶ known that it doesn't ▶ mutation
 *                   │                  └──▶ not known yet: wait for a beat until 2.3 s
 *                   └─▶ events, properties, entries ─────────────▶ the other kinds
 * ```
 */
export function fromResponses(host: Host, sources: ResponseSources): Observable<Finding> {
  return new Observable<Finding>((subscriber) => {
    const watch = pressWatch(host, sources, (finding) => subscriber.next(finding));
    const on = <T>(stream$: Observable<T>, next: (value: T) => void): Subscription =>
      consume(host.report, 'internal', stream$, next);
    const subscriptions = [
      on(sources.approaches$, watch.prepare),
      on(sources.presses$, watch.add),
      on(sources.routes$, watch.learn),
      on(sources.lifecycle$, watch.noteWindow),
      on(sources.resources$, watch.noteResource),
    ];
    return () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
      watch.stop();
    };
  }).pipe(share());
}
