import { filter, merge, mergeMap, Observable } from 'rxjs';
import { consume } from '../guard.js';
import type { Milliseconds } from '../types.js';
import type { Finding } from './Finding.js';
import type { Host } from './Host.js';
import type { Refusal } from './mutationRecords.js';

/** A refusal this soon after a press, Enter or leaving a field comes of it. */
const ATTEMPT_MS: Milliseconds = 1000;
/** One field is refused once a while, however often a script asks. */
const AGAIN_MS: Milliseconds = 1000;

/** Attempts, what is written, and what is refused. */
const TYPES = ['click', 'focusout', 'submit', 'keydown', 'input', 'invalid'];

/**
 * Fields that the browser or the page refused, and alerts that came up, each once. Scripts ask
 * `checkValidity()` at every key: what is refused while it is being typed was not handed in yet.
 */
export function fromRefusals(host: Host, findings$: Observable<Finding>): Observable<Refusal> {
  return new Observable<Refusal>((subscriber) => {
    const toldAt = new WeakMap<Element, Milliseconds>();
    const last: LastDone = { attemptAt: -Infinity, inputAt: -Infinity };
    return consume(
      host.report,
      'internal',
      merge(
        fromInvalid(host, last),
        findings$.pipe(
          mergeMap((found) => ('refusal' in found ? [found.refusal] : [])),
          // A page that refused a field checks it again at each key, until it is mended.
          filter(({ kind }) => kind !== 'invalid' || last.inputAt <= last.attemptAt),
        ),
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

/** What the visitor did last: handed something in, or wrote. */
interface LastDone {
  attemptAt: Milliseconds;
  inputAt: Milliseconds;
}

function fromInvalid(host: Host, last: LastDone): Observable<Refusal> {
  const { on, accepts, timeOf, elementsOf } = host;

  const note = (event: Event): void => {
    const { type } = event;
    // Also what a script writes: nobody has handed that in.
    if (type === 'input') last.inputAt = timeOf(event);
    else if (!accepts(event)) return;
    else if (type !== 'keydown' || (event as KeyboardEvent).key === 'Enter')
      last.attemptAt = timeOf(event);
  };

  const isHandedIn = (event: Event): boolean =>
    last.attemptAt >= last.inputAt && timeOf(event) - last.attemptAt < ATTEMPT_MS;

  return new Observable((subscriber) =>
    on(TYPES, (event) => {
      if (event.type !== 'invalid') return note(event);
      const [element] = elementsOf(event);
      if (element && accepts(event) && isHandedIn(event))
        subscriber.next({ kind: 'invalid', element, time: timeOf(event) });
    }),
  );
}
