import { mergeMap, type Observable } from 'rxjs';
import type { Lifecycle } from '../types.js';
import type { Host } from './Host.js';
import { listen } from './listen.js';

const TYPES = ['visibilitychange', 'pagehide', 'pageshow', 'resume', 'blur', 'focus'];

/** Whether the page is seen. Never `unload`, which would keep the page out of the bfcache. */
export function fromLifecycle(host: Host): Observable<Lifecycle> {
  return listen<Event>(host.window, TYPES, host.report).pipe(
    mergeMap((event) => {
      const kind = kindOf(event, host);
      return kind ? [{ time: host.timeOf(event), kind }] : [];
    }),
  );
}

function kindOf(event: Event, { document }: Host): Lifecycle['kind'] | undefined {
  const { type } = event;
  if (type === 'visibilitychange') return document.visibilityState;
  if (type === 'pagehide') return 'left';
  if (type === 'resume' || type === 'pageshow')
    return (event as PageTransitionEvent).persisted === false ? undefined : 'restored';
  return type as 'blur' | 'focus';
}
