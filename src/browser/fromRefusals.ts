import { filter, map, merge, mergeMap, Observable } from 'rxjs';
import { consume } from '../guard.js';
import type { Milliseconds } from '../types.js';
import type { Finding } from './fromResponses.js';
import type { Host } from './Host.js';
import { listen } from './listen.js';
import type { Refusal } from './mutationRecords.js';

/** A refusal this soon after a press, Enter or leaving a field comes of it. */
const ATTEMPT_MS: Milliseconds = 1000;
/** One field is refused once a while, however often a script asks. */
const AGAIN_MS: Milliseconds = 1000;

const ATTEMPTS = ['click', 'focusout', 'submit', 'keydown'];

/**
 * Fields that the browser or the page refused, and alerts that came up, each once. Scripts ask
 * `checkValidity()` at every key: what is refused while it is being typed was not handed in yet.
 */
export function fromRefusals(host: Host, findings$: Observable<Finding>): Observable<Refusal> {
  return new Observable<Refusal>((subscriber) => {
    const toldAt = new WeakMap<Element, Milliseconds>();
    return consume(
      host.report,
      'internal',
      merge(
        fromInvalid(host),
        findings$.pipe(mergeMap((found) => ('refusal' in found ? [found.refusal] : []))),
      ),
      (refusal) => {
        const { element, time } = refusal;
        if (time - (toldAt.get(element) ?? -Infinity) < AGAIN_MS) return;
        toldAt.set(element, time);
        subscriber.next(refusal);
      },
    );
  });
}

function fromInvalid({ window, report, accepts, timeOf, elementsOf }: Host): Observable<Refusal> {
  let attemptAt: Milliseconds = -Infinity;
  return listen<Event>(window, [...ATTEMPTS, 'input', 'invalid'], report).pipe(
    filter((event) => accepts(event)),
    filter((event) => {
      const { type } = event;
      if (type === 'input') attemptAt = -Infinity;
      else if (type === 'keydown' ? (event as KeyboardEvent).key === 'Enter' : type !== 'invalid')
        attemptAt = timeOf(event);
      const [field] = elementsOf(event);
      return type === 'invalid' && field !== undefined && timeOf(event) - attemptAt < ATTEMPT_MS;
    }),
    map((event): Refusal => ({
      kind: 'invalid',
      element: elementsOf(event)[0]!,
      time: timeOf(event),
    })),
  );
}
