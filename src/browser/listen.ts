import { Observable, share } from 'rxjs';
import { guard, type Report } from '../guard.js';

// No prototype: a page may have polluted `Object.prototype` with `once` or `signal`.
const OPTIONS: AddEventListenerOptions = Object.assign(Object.create(null) as object, {
  capture: true,
  passive: true,
});

/**
 * Events of a target, seen before the page's own listeners. The listener is there while somebody
 * is subscribed, and never holds the page up: it is passive and what it throws stays here.
 */
export function listen<E extends Event>(
  target: EventTarget,
  types: string | readonly string[],
  report: Report,
): Observable<E> {
  return new Observable<E>((subscriber) => {
    const listener = (event: Event) => guard(report, 'internal', () => subscriber.next(event as E));
    const all = typeof types === 'string' ? [types] : types;
    for (const type of all) target.addEventListener(type, listener, OPTIONS);
    return () => {
      for (const type of all) target.removeEventListener(type, listener, OPTIONS);
    };
  }).pipe(share());
}
