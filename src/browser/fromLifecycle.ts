import { filter, map, merge, share, type Observable } from 'rxjs';
import type { Lifecycle } from '../types.js';
import type { Host } from './Host.js';
import { listen } from './listen.js';

/** Whether the page is seen. Never `unload`, which would keep the page out of the bfcache. */
export function fromLifecycle({ window, document, report, timeOf }: Host): Observable<Lifecycle> {
  const on = <E extends Event>(
    target: EventTarget,
    type: string,
    kind: (event: E) => Lifecycle['kind'],
  ) =>
    listen<E>(target, type, report).pipe(
      map((event): Lifecycle => ({ time: timeOf(event), kind: kind(event) })),
    );
  const isOwn = ({ target }: Event) => target === window;

  return merge(
    on(document, 'visibilitychange', () =>
      document.visibilityState === 'hidden' ? 'hidden' : 'visible',
    ),
    on(window, 'pagehide', () => 'left'),
    listen<PageTransitionEvent>(window, 'pageshow', report).pipe(
      filter(({ persisted }) => persisted),
      map((event): Lifecycle => ({ time: timeOf(event), kind: 'restored' })),
    ),
    on(document, 'resume', () => 'restored'),
    listen<FocusEvent>(window, ['blur', 'focus'], report).pipe(
      filter(isOwn),
      map((event): Lifecycle => ({ time: timeOf(event), kind: event.type as 'blur' | 'focus' })),
    ),
  ).pipe(share());
}
