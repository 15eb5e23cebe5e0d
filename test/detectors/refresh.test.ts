import { describe, expect, it } from 'vitest';
import { refresh } from '../../src/detectors/refresh.js';
import type { Milliseconds, Route } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makeRoute } from '../fixtures/makeRoute.js';
import { playDetector } from '../fixtures/playDetector.js';

/** Loads of one page, all but the last of them on earlier pages. */
const loads = (times: readonly Milliseconds[], path = '/cart'): Route[] =>
  times.map((time, i) => {
    const kind = i === 0 ? 'load' : 'reload';
    const { place, ...route } = makeRoute({ time, path, kind });
    return i === times.length - 1 ? { ...route, place: place! } : route;
  });
const play = (routes$: readonly Route[]) => playDetector(refresh(), { routes$ });

describe('refresh', () => {
  itIsADetector(() => refresh(), { signals: { routes$: loads([-20_000, -8000, 0]) } });

  it('signals on the second reload in a minute', () => {
    expect(play(loads([-20_000, -8000, 0]))).toEqual([
      { detector: 'refresh', time: 0, target: '', strength: 0.6, evidence: { reloads: 2 } },
    ]);
  });

  it('is surer of a third', () => {
    expect(play(loads([-30_000, -20_000, -8000, 0])).at(-1)!.strength).toBeCloseTo(0.8);
  });

  it('signals on quick reloads, however even', () => {
    expect(play(loads([-4000, -2000, 0]))).toHaveLength(1);
  });

  describe('stays silent', () => {
    it.each([
      ['on one reload', loads([-20_000, 0])],
      ['on a second after more than a minute', loads([-90_000, -61_000, 0])],
      ['on a page that reloads itself on a beat', loads([-40_000, -20_000, 0])],
      ['on reloads of two pages', [...loads([-30_000, -20_000]), ...loads([-10_000, 0], '/other')]],
    ])('%s', (_, routes) => {
      expect(play(routes)).toEqual([]);
    });

    it('of reloads that an earlier page told of', () => {
      const before = loads([-30_000, -18_000, -12_000]).map(({ time, path, kind }) => ({
        time,
        path,
        kind,
      }));
      expect(play([...before, makeRoute({ path: '/other', kind: 'load' })])).toEqual([]);
    });
  });
});
