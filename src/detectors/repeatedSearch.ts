import { filter, map, merge, scan } from 'rxjs';
import type { Detector, FieldEvent, Milliseconds, Press } from '../types.js';
import { isIgnored, toSignal } from './toSignal.js';

export interface RepeatedSearchOptions {
  /** Different searches without a result opened. @defaultValue 3 */
  minSearches?: number;
  /** @defaultValue 60000 */
  windowMs?: Milliseconds;
}

const NAME = 'repeatedSearch';

interface Searches {
  readonly events: readonly FieldEvent[];
  readonly isNew: boolean;
}

const NONE: Searches = { events: [], isNew: false };

/**
 * Signals when the visitor searches again and again and opens nothing. Queries are told apart by a
 * hash that is salted anew on each page.
 */
export function repeatedSearch(options: RepeatedSearchOptions = {}): Detector {
  const { minSearches = 3, windowMs = 60_000 } = options;

  const collect = ({ events }: Searches, event: FieldEvent | Press): Searches => {
    // A link that was pressed is a result that was opened.
    if (!('kind' in event)) return NONE;
    const recent = events.filter(({ time }) => event.time - time < windowMs);
    if (recent.some(({ query }) => query === event.query)) return { events: recent, isNew: false };
    return { events: [...recent, event].slice(-20), isNew: true };
  };

  return {
    name: NAME,
    detect: ({ fields$, presses$ }) =>
      merge(
        fields$.pipe(filter(({ kind, target }) => kind === 'search' && !isIgnored(target, NAME))),
        presses$.pipe(filter(({ target }) => target.leadsAway)),
      ).pipe(
        scan(collect, NONE),
        filter(({ events, isNew }) => isNew && events.length >= minSearches),
        map(({ events }) => {
          const { time, target } = events.at(-1)!;
          const strength = Math.min(1, 0.7 + 0.15 * (events.length - minSearches));
          return toSignal(NAME, time, target, strength, { searches: events.length });
        }),
      ),
  };
}
