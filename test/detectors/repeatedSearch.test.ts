import { describe, expect, it } from 'vitest';
import { repeatedSearch } from '../../src/detectors/repeatedSearch.js';
import type { FieldEvent, Press, Route } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makeFieldEvent } from '../fixtures/makeFieldEvent.js';
import { makePress } from '../fixtures/makePress.js';
import { playDetector } from '../fixtures/playDetector.js';
import type { Script } from '../fixtures/playPage.js';

const search = (time: number, query: number) => makeFieldEvent({ time, kind: 'search', query });
const typed = (time: number, kind: FieldEvent['kind'] = 'edit') => makeFieldEvent({ time, kind });
const THREE = [search(0, 1), search(20_000, 2), search(40_000, 3)];
const play = (script: Script) => playDetector(repeatedSearch(), script);
const timesOf = (script: Script) => play(script).map(({ time }) => time);

describe('repeatedSearch', () => {
  itIsADetector(() => repeatedSearch(), { signals: { fields$: THREE } });

  it('signals on the third different search with nothing opened', () => {
    expect(play({ fields$: THREE })).toEqual([
      {
        detector: 'repeatedSearch',
        time: 40_000,
        target: 'main>form>input',
        strength: 0.7,
        evidence: { searches: 3, spanMs: 40_000 },
      },
    ]);
  });

  it('signals once more after three further ones', () => {
    const fields$ = [1, 2, 3, 4, 5, 6].map((query) => search(query * 5000, query));
    expect(timesOf({ fields$ })).toEqual([15_000, 30_000]);
  });

  it('counts a search that was sent off and then added to', () => {
    const fields$ = [0, 5000, 10_000].flatMap((time, i) => [
      typed(time),
      typed(time + 1000, 'submit'),
      search(time + 1000, i),
    ]);
    expect(timesOf({ fields$ })).toEqual([11_000]);
  });

  it('counts on while the search itself leads to another route', () => {
    const fields$ = [search(0, 1), search(10_000, 2), search(20_000, 3)];
    // The press on "Search", the search, then its page.
    const presses$ = [makePress({ time: 0 })];
    const routes$: Route[] = [
      { time: 1, path: '/', kind: 'load' },
      { time: 50, path: '/search', kind: 'push' },
    ];
    expect(timesOf({ presses$, fields$, routes$ })).toEqual([20_000]);
  });

  describe('over page loads', () => {
    const route = (time: number, kind: Route['kind'], path = '/search'): Route => ({
      ...{ time, kind, path },
    });
    /** This page began at 0; what was before it, and then the third search. */
    const after = (...routes$: Route[]) => timesOf({ routes$, fields$: [search(5000, 3)] });

    it('counts the searches that led from page to page', () => {
      const routes = [route(-30_000, 'load', '/'), route(-20_000, 'search', '/')];
      routes.push(route(-19_000, 'load'), route(-1000, 'search'), route(0, 'load'));
      expect(after(...routes)).toEqual([5000]);
    });

    it('counts on after going back', () => {
      const routes = [route(-20_000, 'search', '/'), route(-19_000, 'load')];
      routes.push(route(-9000, 'traverse', '/'), route(-1000, 'search', '/'), route(0, 'load'));
      expect(after(...routes)).toEqual([5000]);
    });

    it('begins anew when one opened a page', () => {
      const routes = [route(-20_000, 'search', '/'), route(-19_000, 'load')];
      routes.push(route(-9000, 'load', '/item'), route(-1000, 'search', '/item'), route(0, 'load'));
      expect(after(...routes)).toEqual([]);
    });
  });

  describe('stays silent', () => {
    it('on the same search three times', () => {
      expect(
        timesOf({ fields$: [search(0, 1), search(9000, 1), search(20_000, 1), search(21_000, 2)] }),
      ).toEqual([]);
    });

    it('on searches more than 60 s apart', () => {
      expect(timesOf({ fields$: [search(0, 1), search(30_000, 2), search(60_001, 3)] })).toEqual(
        [],
      );
    });

    it.each<[string, Press]>([
      ['a link', makePress({ time: 30_000, target: { control: 'link' } })],
      ['what leads away', makePress({ time: 30_000, target: { leadsAway: true } })],
    ])('when %s was pressed between', (_, press) => {
      expect(timesOf({ fields$: THREE, presses$: [press] })).toEqual([]);
    });

    it('when a press led to another route', () => {
      const presses$ = [makePress({ time: 30_000 })];
      const routes$: Route[] = [
        { time: 1, path: '/', kind: 'load' },
        { time: 31_000, path: '/product/:n', kind: 'push' },
      ];
      expect(timesOf({ fields$: THREE, presses$, routes$ })).toEqual([]);
    });

    it('while one query is being typed slowly', () => {
      const fields$ = [0, 2000, 4000, 6000].flatMap((time, i) => [
        typed(time),
        typed(time + 200),
        search(time + 1000, i),
      ]);
      expect(timesOf({ fields$ })).toEqual([]);
    });
  });

  it('takes a query that was deleted in for another one', () => {
    const fields$ = [0, 4000, 8000].flatMap((time, i) => [
      typed(time, 'deletion'),
      typed(time + 200),
      search(time + 1000, i),
    ]);
    expect(timesOf({ fields$ })).toEqual([9000]);
  });
});
