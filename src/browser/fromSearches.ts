import { Observable } from 'rxjs';
import { hash32 } from '../tools/hash32.js';
import type { FieldEvent, Milliseconds } from '../types.js';
import type { ToFieldEvent } from './fieldEvents.js';
import type { Host } from './Host.js';
import { isMasked } from './isMasked.js';

/** A pause of this length after typing into a search field runs the search. */
const PAUSE_MS: Milliseconds = 600;
/** A pause, Enter and submit about one query within this are one search. */
const SAME_MS: Milliseconds = 1000;

const FIELD = 'input[type=search i],[role=searchbox],[role=search] input,search input';

/**
 * Searches of the page: a submit or Enter in a search field, or a pause in typing there. Masked
 * fields are left alone.
 *
 * @param salt - of the hash, so that queries can be compared on this page and nowhere else
 */
export function fromSearches(
  host: Host,
  { toEvent, salt }: { toEvent: ToFieldEvent; salt: number },
): Observable<FieldEvent> {
  const { on, dom, accepts, elementsOf, timeOf, clock, later } = host;

  return new Observable((subscriber) => {
    let last = { query: NaN, time: -Infinity };
    let cancel = () => {};

    const search = (field: Element, time: Milliseconds) => {
      cancel();
      const text = queryOf(field);
      if (!text || isMasked(field, dom)) return;
      const query = hash32(text, salt);
      const isSame = query === last.query && time - last.time < SAME_MS;
      last = { query, time };
      if (!isSame) subscriber.next(toEvent('search', field, time, query));
    };

    const onEvent = (event: Event) => {
      const field = accepts(event) && searchField(event, elementsOf(event)[0]);
      if (!field) return;
      if (event.type === 'input') {
        cancel();
        cancel = later(PAUSE_MS, () => search(field, clock.now()));
      } else if (event.type === 'submit' || (event as KeyboardEvent).key === 'Enter') {
        search(field, timeOf(event));
      }
    };

    const searchField = (event: Event, element: Element | undefined): Element | null => {
      if (!element) return null;
      if (event.type === 'submit') return dom.find(element, FIELD);
      return dom.matches(element, FIELD) ? element : null;
    };

    const remove = on(['input', 'keydown', 'submit'], onEvent);
    return () => {
      remove();
      cancel();
    };
  });
}

function queryOf(field: Element): string {
  const { value } = field as Partial<HTMLInputElement>;
  return typeof value === 'string' ? value.trim().replace(/\s+/g, ' ').toLowerCase() : '';
}
