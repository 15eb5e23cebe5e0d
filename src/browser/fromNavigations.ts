import { filter, map, merge, Observable } from 'rxjs';
import type { Milliseconds, Route } from '../types.js';
import type { Host } from './Host.js';
import { listen } from './listen.js';

/** Without the Navigation API, `pushState` tells nobody: the URL is looked at this often. */
const LOOK_MS: Milliseconds = 500;

/**
 * Changes of the URL within this page: of its path, query or hash. Nothing is patched: they come
 * from the Navigation API, or from looking at the URL now and then and after each click.
 */
export function fromNavigations(host: Host): Observable<Route['kind']> {
  const { window, report } = host;
  const { navigation } = window as { navigation?: EventTarget };
  if (!navigation) return fromLooks(host);
  return listen<Event & { readonly navigationType: Route['kind'] | null }>(
    navigation,
    'currententrychange',
    report,
  ).pipe(
    map(({ navigationType }) => navigationType),
    // Null when only the entry's state was changed.
    filter((kind) => kind !== null),
  );
}

function fromLooks(host: Host): Observable<Route['kind']> {
  const { window, report } = host;
  const events$ = merge(
    listen<Event>(window, ['popstate', 'hashchange'], report),
    fromTimeouts(host),
  );
  return new Observable<Route['kind']>((subscriber) => {
    let { href } = window.location;
    let { length } = window.history;
    return events$.subscribe((event) => {
      if (window.location.href === href) return;
      const isLonger = window.history.length > length;
      ({ href } = window.location);
      ({ length } = window.history);
      // A new hash makes a `popstate` as well.
      const elsewhere = event?.type === 'popstate' ? 'traverse' : 'replace';
      subscriber.next(isLonger ? 'push' : elsewhere);
    });
  });
}

function fromTimeouts({ on, later }: Host): Observable<Event | undefined> {
  return new Observable((subscriber) => {
    let cancel = () => {};
    const look = (ms: Milliseconds) => {
      cancel();
      cancel = later(ms, () => {
        look(LOOK_MS);
        subscriber.next(undefined);
      });
    };
    look(LOOK_MS);
    const stop = on('click', () => look(0));
    return () => {
      stop();
      cancel();
    };
  });
}
