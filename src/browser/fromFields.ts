import { merge, Observable } from 'rxjs';
import { consume } from '../guard.js';
import type { FieldEvent } from '../types.js';
import { fieldEvents } from './fieldEvents.js';
import { fromFieldEdits } from './fromFieldEdits.js';
import { fromSearches } from './fromSearches.js';
import { fromSubmits } from './fromSubmits.js';
import type { Host } from './Host.js';
import type { Refusal } from './mutationRecords.js';

/**
 * What happens to form fields: counts and lengths. A value is measured in this folder and nowhere
 * else; of a search query a salted hash is kept, to tell queries apart.
 *
 * @param salt - random, new for each page load
 */
export function fromFields(
  host: Host,
  { refusals$, salt }: { refusals$: Observable<Refusal>; salt: number },
): Observable<FieldEvent> {
  const toEvent = fieldEvents(host);
  return merge(
    fromFieldEdits(host, toEvent),
    fromSearches(host, { toEvent, salt }),
    fromSubmits(host, { toEvent, refusals$ }),
    new Observable<FieldEvent>((subscriber) =>
      consume(host.report, 'internal', refusals$, ({ kind, element, time }) => {
        if (kind === 'invalid') subscriber.next(toEvent('invalid', element, time));
      }),
    ),
  );
}
