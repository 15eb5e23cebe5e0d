import { Observable } from 'rxjs';
import { toBeforehandError } from '../errors.js';
import type { Report } from '../guard.js';
import { bare } from '../tools/bare.js';
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

/** What listens for one type of event, whoever hears of it. */
interface Ear {
  /** Copied, never changed, as a round of it may be under way. */
  hearers: readonly Hearer[];
  readonly listener: (event: Event) => void;
}

const earsOf = new WeakMap<EventTarget, Map<string, Ear>>();

/** `document.open()` removes all listeners of the window: whoever listens still is heard again. */
export function listenAgain(target: EventTarget): void {
  for (const [type, ear] of earsOf.get(target) ?? []) attach(target, type, ear);
}

/**
 * The same without a stream, for events that come too often for one. The target has one listener
 * for each type of event, whoever hears of it. Returns the removal.
 *
 * @param isSkipped - of which presses nobody hears; asked once an event, where the first who listens says so
 */
export function addListener(
  target: EventTarget,
  types: string | readonly string[],
  next: (event: Event) => void,
  report: Report,
  isSkipped?: (event: Event) => boolean,
): () => void {
  const hearer: Hearer = { next, report, isGone: false };
  const all = typeof types === 'string' ? [types] : types;
  const ears = earsOf.get(target) ?? new Map<string, Ear>();
  earsOf.set(target, ears);
  for (const type of all) {
    const known = ears.get(type);
    const ear = known ?? createEar(type, isSkipped);
    ear.hearers = [...ear.hearers, hearer];
    if (known) continue;
    ears.set(type, ear);
    attach(target, type, ear);
  }
  return () => {
    hearer.isGone = true;
    for (const type of all) {
      const ear = ears.get(type);
      if (!ear) continue;
      ear.hearers = ear.hearers.filter((each) => each !== hearer);
      if (ear.hearers.length === 0 && ears.delete(type)) detach(target, type, ear);
    }
  };
}

/** What a press is made of, and the focus it moves; nothing else is skipped, nor even asked about. */
const OF_PRESSES = /^(pointer[duc]|click|focus.)/;

function createEar(type: string, isSkipped?: (event: Event) => boolean): Ear {
  const isOfPresses = OF_PRESSES.test(type);
  const ear: Ear = {
    hearers: [],
    // Called some hundred times a second, and seldom enough to be run slowly: no iterator, no call more.
    listener: (event) => {
      if (isOfPresses && isSkipped?.(event)) return;
      const { hearers } = ear;
      for (let i = 0; i < hearers.length; i += 1) {
        const hearer = hearers[i]!;
        if (hearer.isGone) continue;
        try {
          hearer.next(event);
        } catch (thrown) {
          hearer.report(toBeforehandError('internal', thrown));
        }
      }
    },
  };
  return ear;
}

function attach(target: EventTarget, type: string, { listener }: Ear): void {
  const options = bare({ capture: isCaptured(type), passive: true });
  unzoned(target, 'addEventListener').call(target, type, listener, options);
}

function detach(target: EventTarget, type: string, { listener }: Ear): void {
  unzoned(target, 'removeEventListener').call(target, type, listener, isCaptured(type));
}

/** Of the target's own alone: captured, there would be one for each element that is crossed or focused. */
const OWN: readonly string[] = ['mouseenter', 'mouseleave', 'focus', 'blur'];

function isCaptured(type: string): boolean {
  return !OWN.includes(type);
}
