import { Observable, share } from 'rxjs';
import { toBeforehandError } from '../errors.js';
import type { Report } from '../guard.js';
import { unzoned } from './unzoned.js';

/**
 * Events of a target, seen before the page's own listeners. The listener is there while somebody
 * is subscribed, and never holds the page up: it is passive and what it throws stays here.
 */
export function listen<E extends Event>(
  target: EventTarget,
  types: string | readonly string[],
  report: Report,
): Observable<E> {
  return new Observable<E>((subscriber) =>
    addListener(target, types, (event) => subscriber.next(event as E), report),
  ).pipe(share());
}

/** What listens to a target, to be added again. */
const listening = new WeakMap<EventTarget, Set<() => void>>();

/** `document.open()` removes all listeners of the window: whoever listens still is heard again. */
export function listenAgain(target: EventTarget): void {
  for (const add of listening.get(target) ?? []) add();
}

/** The same without a stream, for events that come too often for one. Returns the removal. */
export function addListener(
  target: EventTarget,
  types: string | readonly string[],
  next: (event: Event) => void,
  report: Report,
): () => void {
  const listener = (event: Event) => {
    try {
      next(event);
    } catch (thrown) {
      report(toBeforehandError('internal', thrown));
    }
  };
  // No prototype: a page may have polluted `Object.prototype` with `once` or `signal`.
  const options: AddEventListenerOptions = Object.assign(Object.create(null) as object, {
    capture: true,
    passive: true,
  });
  const all = typeof types === 'string' ? [types] : types;
  const add = () => {
    for (const type of all)
      unzoned(target, 'addEventListener').call(target, type, listener, options);
  };
  const adders = listening.get(target) ?? new Set();
  listening.set(target, adders.add(add));
  add();
  return () => {
    adders.delete(add);
    for (const type of all)
      unzoned(target, 'removeEventListener').call(target, type, listener, true);
  };
}
