import { describe, expect, it } from 'vitest';
import { quickBack } from '../../src/detectors/quickBack.js';
import type { Route } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makeRoute } from '../fixtures/makeRoute.js';
import { playDetector } from '../fixtures/playDetector.js';

/** `0 /list`, `20000 /product back`: when, where and how. */
const way = (...steps: readonly string[]): Route[] =>
  steps.map((step) => {
    const [time, path, kind = 'push'] = step.split(' ');
    return makeRoute({ time: Number(time), path: path!, kind: kind as Route['kind'] });
  });
const earlier = (routes: readonly Route[]): Route[] =>
  routes.map(({ time, path, kind }) => ({ time, path, kind }));
const play = (...routes$: readonly Route[]) => playDetector(quickBack(), { routes$ });
const BACK = way('0 /list load', '20000 /terms', '22000 /list traverse');

describe('quickBack', () => {
  itIsADetector(() => quickBack(), { signals: { routes$: BACK } });

  it('signals when the visitor turns round after 2 s', () => {
    expect(play(...BACK)).toEqual([
      {
        detector: 'quickBack',
        time: 22_000,
        target: '',
        strength: expect.closeTo(0.4 + 0.4 * (1 - 2000 / 7000)),
        evidence: { dwellMs: 2000, medianMs: 20_000 },
      },
    ]);
  });

  it('signals on the way back by a link, too', () => {
    expect(play(...way('0 / load', '15000 /terms', '18000 /'))).toHaveLength(1);
  });

  it('knows the pages that the tab was on before this one', () => {
    const before = earlier(way('-22000 /list load', '-2000 /terms load'));
    expect(play(...before, ...way('0 /list traverse'))).toHaveLength(1);
  });

  it('tells two orders from each other', () => {
    const [a, b] = [
      makeRoute({ path: '/order/:n', place: 1 }),
      makeRoute({ path: '/order/:n', place: 2 }),
    ];
    const there = [a, { ...b, time: 20_000 }];
    expect(play(...there, { ...a, time: 22_000 })).toHaveLength(1);
    expect(play(...there, { ...b, place: 3, time: 22_000 })).toEqual([]);
  });

  describe('stays silent', () => {
    it.each([
      ['after 7 s', way('0 / load', '60000 /terms', '67000 / traverse')],
      [
        'on somebody who looks at every page for as long',
        way('0 /list load', '4000 /a', '7500 /list traverse', '11000 /b', '14500 /list traverse'),
      ],
      ['on a page that sends back by itself', way('0 / load', '20000 /login', '20300 / replace')],
      [
        'on a page that sends on by itself, after nobody saw it',
        way('0 / load', '20000 /login', '20300 /'),
      ],
      [
        'on a page that is known already',
        way('0 /a load', '30000 /b', '60000 /a', '90000 /b', '92000 /a'),
      ],
      ['on tabs of one page', way('0 /a load', '30000 /a/info tab', '32000 /a tab')],
      ['on a page that is left for a third one', way('0 /a load', '30000 /b', '32000 /c')],
      ['on a reload', way('0 /a load', '30000 /a reload', '32000 /a reload')],
    ])('%s', (_, routes) => {
      expect(play(...routes)).toEqual([]);
    });

    it('of what happened on an earlier page, which told of it itself', () => {
      expect(play(...earlier(BACK), ...way('30000 /cart load'))).toEqual([]);
    });
  });
});
