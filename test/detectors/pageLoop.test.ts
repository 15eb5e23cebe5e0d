import { describe, expect, it } from 'vitest';
import { pageLoop } from '../../src/detectors/pageLoop.js';
import type { Milliseconds, Route } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makeRoute } from '../fixtures/makeRoute.js';
import { playDetector } from '../fixtures/playDetector.js';

/** Pages by their letters, one after the other. */
const through = (letters: string, gapMs: Milliseconds = 5000): Route[] =>
  [...letters].map((letter, i) => makeRoute({ time: i * gapMs, path: `/${letter}` }));
const play = (routes$: readonly Route[]) => playDetector(pageLoop(), { routes$ });

describe('pageLoop', () => {
  itIsADetector(() => pageLoop(), { signals: { routes$: through('abcabc') } });

  it('signals on the second round through three pages', () => {
    expect(play(through('abcabc'))).toEqual([
      {
        detector: 'pageLoop',
        time: 25_000,
        target: '',
        strength: 0.7,
        evidence: { routes: 3, rounds: 2, spanMs: 25_000 },
      },
    ]);
  });

  it.each([
    ['the second round through four', 'xabcdabcd', 8],
    ['the third time to and fro between two', 'xababab', 6],
  ])('signals on %s', (_, letters, at) => {
    expect(play(through(letters)).map(({ time }) => time)).toEqual([at * 5000]);
  });

  it.each([
    ['twice there and back by the way back', 'xababa', 'back', 1],
    ['twice there and back by links', 'xababa', 'link', 0],
    ['one time each by the way back', 'xabaca', 'back', 0],
  ])('%s', (_, letters, way, count) => {
    const routes = through(letters).map((route, i) =>
      way === 'back' && i > 1 && i % 2 ? { ...route, kind: 'traverse' as const } : route,
    );
    expect(play(routes)).toHaveLength(count);
  });

  it('signals anew after a minute', () => {
    expect(play(through('abcabcabcabcabcabc'))).toHaveLength(2);
  });

  it('goes on over the pages of a tab', () => {
    const routes = through('abcab').map(({ time, path, kind }) => ({
      time: time - 30_000,
      path,
      kind,
    }));
    expect(play([...routes, makeRoute({ time: 0, path: '/c', kind: 'load' })])).toHaveLength(1);
  });

  describe('stays silent', () => {
    it.each([
      ['on shopping: a list, and one product after the other', 'lalblcldlel'],
      ['on comparing two products', 'ababa'],
      ['on comparing two products by way of the list', 'lalblalbl'],
      ['on a way that is long', 'abcdeabcde'],
      ['on one page', 'aaaaaaaa'],
      ['on going on and back', 'abcdcba'],
    ])('%s', (_, letters) => {
      expect(play(through(letters))).toEqual([]);
    });

    it('on rounds that take more than a minute', () => {
      expect(play(through('abcabc', 13_000))).toEqual([]);
    });

    it('on tabs of one page', () => {
      const tabs = through('abcabcabc').map((route) => ({ ...route, kind: 'tab' as const }));
      expect(play([makeRoute({ path: '/a', kind: 'load' }), ...tabs])).toEqual([]);
    });

    it('on one product after the other where their addresses are numbers', () => {
      const routes = through('lplplplplp').map((route, i) =>
        route.path === '/p' ? { ...route, path: '/product/:n', place: i } : route,
      );
      expect(play(routes)).toEqual([]);
    });
  });
});
