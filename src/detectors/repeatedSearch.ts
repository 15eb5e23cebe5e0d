import { filter, merge } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import { note } from '../tools/note.js';
import type { Detector, FieldEvent, Milliseconds, Press, Route } from '../types.js';
import { defineDetector, type Finding } from './defineDetector.js';

export interface RepeatedSearchOptions {
  /** Different searches without a result opened. @defaultValue 3 */
  minSearches?: number;
  /** From the first of them to the last. @defaultValue 60000 */
  windowMs?: Milliseconds;
}

/** A change of route this soon after a press is that press's doing. */
const OPENS_MS: Milliseconds = 2000;

/** One of an earlier page has no query: there it was kept that there was one, and not which. */
type Search = Pick<FieldEvent, 'time' | 'query'>;

/**
 * Signals when the visitor searches again and again and opens nothing; then once more after as many
 * again. Queries are told apart by a hash that is salted anew on each page.
 *
 * Opening is a press on a link, or one that leads to another route, or another page; what the
 * search itself leads to is not. A query that only grew since the last search is the same one, still being typed.
 */
export function repeatedSearch(options: RepeatedSearchOptions = {}): Detector {
  const { minSearches = 3, windowMs = 60_000 } = options;

  return defineDetector('repeatedSearch', ({ fields$, presses$, routes$ }) => {
    let searches: readonly Search[] = [];
    let typing: 'none' | 'growing' | 'changed' = 'none';
    let isSubmitted = false;
    let route = '';
    let isBySearch = false;
    let pressedAt: Milliseconds = -Infinity;

    const search = (event: FieldEvent): Finding | undefined => {
      const { time, target, query } = event;
      // Still being typed: this search takes the place of the last one.
      const before = typing === 'growing' ? searches.slice(0, -1) : searches;
      // What is added after the query was sent off makes another one.
      typing = isSubmitted ? 'changed' : 'none';
      isSubmitted = false;
      pressedAt = -Infinity;
      searches = [
        ...before.filter((each) => time - each.time <= windowMs && each.query !== query),
        event,
      ];
      if (searches.length < minSearches) return undefined;
      const evidence = { searches: searches.length, spanMs: time - searches[0]!.time };
      searches = [];
      return { time, target, strength: 0.7, evidence };
    };

    const onField = (event: FieldEvent): Finding | undefined => {
      if (event.kind === 'search') return search(event);
      if (event.kind === 'submit') isSubmitted = true;
      else if (event.kind !== 'edit') typing = 'changed';
      else if (typing === 'none') typing = 'growing';
      return undefined;
    };
    const onPress = ({ time, target }: Press): void => {
      pressedAt = time;
      if (target.control === 'link' || target.leadsAway) searches = [];
    };
    const onRoute = ({ time, path, kind }: Route): void => {
      // What was pressed on the page before this one is not known.
      const isOpened = kind === 'load' ? !isBySearch : time - pressedAt <= OPENS_MS;
      if (kind === 'search') searches = [...searches, { time }];
      else if (route && path !== route && isOpened) searches = [];
      isBySearch = kind === 'search';
      route = path;
    };

    return merge(
      presses$.pipe(note(onPress)),
      routes$.pipe(note(onRoute)),
      fields$.pipe(
        filter(({ kind, query }) => kind !== 'search' || query !== undefined),
        mapDefined(onField),
      ),
    );
  });
}
