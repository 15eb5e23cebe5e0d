import { defer, switchMap, type Observable } from 'rxjs';
import type { Host } from './Host.js';
import { listen } from './listen.js';

/** Waits until a page that is rendered ahead of time is really visited: nobody is there before. */
export function afterPrerender<T>(
  { window, document, report }: Host,
  create: () => Observable<T>,
): Observable<T> {
  return defer(() => {
    const { prerendering } = document as { prerendering?: boolean };
    return prerendering
      ? listen(window, 'prerenderingchange', report).pipe(switchMap(create))
      : create();
  });
}
