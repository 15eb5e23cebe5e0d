import { Observable } from 'rxjs';
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
  );
}

/** Who wants to hear of one type of event. */
interface Hearer {
  readonly next: (event: Event) => void;
  readonly report: Report;
  isGone: boolean;
}

/** By type; the lists are copied, never changed, as one may be under way. */
type Hearers = Map<string, readonly Hearer[]>;

const hearing = new WeakMap<EventTarget, { hearers: Hearers; listener: (event: Event) => void }>();

/** `document.open()` removes all listeners of the window: whoever listens still is heard again. */
export function listenAgain(target: EventTarget): void {
  for (const type of hearing.get(target)?.hearers.keys() ?? []) attach(target, type);
}

/**
 * The same without a stream, for events that come too often for one. The target has one listener
 * for each type of event, whoever hears of it. Returns the removal.
 */
export function addListener(
  target: EventTarget,
  types: string | readonly string[],
  next: (event: Event) => void,
  report: Report,
): () => void {
  const hearer: Hearer = { next, report, isGone: false };
  const all = typeof types === 'string' ? [types] : types;
  const { hearers } = hearingOf(target);
  for (const type of all) {
    const others = hearers.get(type);
    hearers.set(type, [...(others ?? []), hearer]);
    if (!others) attach(target, type);
  }
  return () => {
    hearer.isGone = true;
    for (const type of all) {
      const others = hearers.get(type)?.filter((each) => each !== hearer) ?? [];
      hearers.set(type, others);
      if (others.length === 0 && hearers.delete(type)) detach(target, type);
    }
  };
}

function hearingOf(target: EventTarget) {
  const known = hearing.get(target);
  if (known) return known;
  const hearers: Hearers = new Map();
  const listener = (event: Event) => {
    for (const hearer of hearers.get(event.type) ?? []) if (!hearer.isGone) tell(hearer, event);
  };
  const made = { hearers, listener };
  hearing.set(target, made);
  return made;
}

function tell({ next, report }: Hearer, event: Event): void {
  try {
    next(event);
  } catch (thrown) {
    report(toBeforehandError('internal', thrown));
  }
}

function attach(target: EventTarget, type: string): void {
  // No prototype: a page may have polluted `Object.prototype` with `once` or `signal`.
  const options: AddEventListenerOptions = Object.assign(Object.create(null) as object, {
    capture: isCaptured(type),
    passive: true,
  });
  const { listener } = hearingOf(target);
  unzoned(target, 'addEventListener').call(target, type, listener, options);
}

function detach(target: EventTarget, type: string): void {
  const { listener } = hearingOf(target);
  unzoned(target, 'removeEventListener').call(target, type, listener, isCaptured(type));
}

/** Not where the browser would then make one for each element that the pointer crosses. */
function isCaptured(type: string): boolean {
  return type !== 'mouseenter' && type !== 'mouseleave';
}
