import { Observable, type Subscription } from 'rxjs';
import { consume, guard } from '../guard.js';
import { bare } from '../tools/bare.js';
import { fromApproaches } from './fromApproaches.js';
import type { Finding, ResponseSources } from './Finding.js';
import type { Host } from './Host.js';
import { listenAgain } from './listen.js';
import { pressWatch } from './pressWatch.js';
import { unzoned } from './unzoned.js';

/**
 * What answered each press, as facts: the one place that knows. Nothing is attached until a press,
 * and nothing is left 5 s after the last one; only what moves by itself is learned once, for 5 s,
 * on each route.
 *
 * ```text
 * press ─▶ watch ─┬▶ changes ─▶ changeJudge ─▶ mutation, at once or when no doubt is left
 *                 ├▶ events of the page, entries ─▶ the other kinds
 *                 └▶ properties, compared after the click ─▶ property, window, media
 * ```
 */
export function fromResponses(host: Host, sources: ResponseSources): Observable<Finding> {
  return new Observable<Finding>((subscriber) => {
    const watch = pressWatch(host, sources, (finding) => subscriber.next(finding));
    const on = <T>(stream$: Observable<T>, next: (value: T) => void): Subscription =>
      consume(host.report, 'internal', stream$, next);
    const stopApproaches = fromApproaches(host, watch.prepare);
    const subscriptions = [
      on(sources.presses$, watch.add),
      on(sources.routes$, watch.learn),
      on(sources.lifecycle$, watch.noteWindow),
      on(sources.resources$, watch.noteResource),
    ];
    const { window, document, report } = host;
    const rewrites = new (unzoned(window, 'MutationObserver'))(() =>
      guard(report, 'internal', () => listenAgain(window)),
    );
    rewrites.observe(document, bare({ childList: true }));
    return () => {
      rewrites.disconnect();
      stopApproaches();
      for (const subscription of subscriptions) subscription.unsubscribe();
      watch.stop();
    };
  });
}
