import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { withEarlierRoutes } from '../../src/browser/withEarlierRoutes.js';
import type { FieldEvent, KeptRoute, Lifecycle, Press, Route } from '../../src/types.js';
import { makeClock } from '../fixtures/makeClock.js';
import { makeFieldEvent } from '../fixtures/makeFieldEvent.js';
import { makePress } from '../fixtures/makePress.js';
import { makeRoute } from '../fixtures/makeRoute.js';

const NOW = 1_000_000;

function visit(kept: readonly KeptRoute[] = []) {
  const rows = [...kept];
  const clock = makeClock(NOW);
  const routes$ = new Subject<Route>();
  const lifecycle$ = new Subject<Lifecycle>();
  const fields$ = new Subject<FieldEvent>();
  const presses$ = new Subject<Press>();
  const log = { read: () => [...rows], add: (route: KeptRoute) => void rows.push(route) };
  const told$ = withEarlierRoutes(routes$, { log, lifecycle$, fields$, presses$, clock });
  const heard: [path: string, time: number, isOfThisPage: boolean][] = [];
  const listen = () =>
    told$.subscribe(({ path, time, place }) => heard.push([path, time, place !== undefined]));
  return { rows, clock, routes$, lifecycle$, fields$, presses$, heard, listen };
}

describe('withEarlierRoutes', () => {
  it('tells the routes of earlier pages first, at their own times', () => {
    const { routes$, heard, listen, clock } = visit([
      { path: '/list', kind: 'load', at: NOW - 9000 },
      { path: '/terms', kind: 'push', at: NOW - 2000 },
    ]);
    listen();
    routes$.next(makeRoute({ path: '/list', time: clock.now() }));
    expect(heard).toEqual([
      ['/list', clock.now() - 9000, false],
      ['/terms', clock.now() - 2000, false],
      ['/list', clock.now(), true],
    ]);
  });

  it('keeps each route of this page, by its template', () => {
    const { routes$, rows, listen } = visit();
    listen();
    routes$.next(makeRoute({ path: '/order/:n', kind: 'load' }));
    expect(rows).toEqual([{ path: '/order/:n', kind: 'load', at: NOW }]);
  });

  it('tells all who listen the same, and keeps it once', () => {
    const { routes$, rows, heard, listen } = visit([{ path: '/a', kind: 'load', at: NOW - 5 }]);
    listen();
    routes$.next(makeRoute({ path: '/b' }));
    listen();
    expect(heard.map(([path]) => path)).toEqual(['/a', '/b', '/a', '/b']);
    expect(rows).toHaveLength(2);
  });

  it('tells of where the visitor was while the page was in the bfcache', () => {
    const { routes$, lifecycle$, rows, heard, listen, clock } = visit();
    listen();
    routes$.next(makeRoute({ path: '/list' }));
    clock.advance(4000);
    rows.push({ path: '/terms', kind: 'load', at: clock.wallTime() - 2000 });
    lifecycle$.next({ time: clock.now(), kind: 'restored' });
    expect(heard.slice(1)).toEqual([
      ['/terms', clock.now() - 2000, false],
      ['/list', clock.now(), true],
    ]);
    expect(rows.at(-1)).toEqual({ path: '/list', kind: 'traverse', at: clock.wallTime() });
  });

  describe('of a search', () => {
    const leave = (afterMs: number, between: (at: ReturnType<typeof visit>) => void = () => {}) => {
      const at = visit();
      at.listen();
      at.routes$.next(makeRoute({ path: '/list' }));
      at.fields$.next(makeFieldEvent({ kind: 'search', time: at.clock.now(), query: 7 }));
      between(at);
      at.clock.advance(afterMs);
      at.lifecycle$.next({ time: at.clock.now(), kind: 'left' });
      return at.rows.slice(1);
    };

    it('keeps that it led away, and not what was looked for', () => {
      expect(leave(700)).toEqual([{ path: '/list', kind: 'search', at: NOW + 700 }]);
    });

    it.each<[string, (at: ReturnType<typeof visit>) => void]>([
      [
        'a link was pressed',
        ({ presses$ }) => presses$.next(makePress({ target: { leadsAway: true } })),
      ],
      [
        'it showed what it found on this page',
        ({ routes$ }) => routes$.next(makeRoute({ path: '/found' })),
      ],
    ])('keeps nothing when %s', (_, between) => {
      expect(leave(700, between).map(({ kind }) => kind)).not.toContain('search');
    });

    it('keeps nothing when the page is left much later', () => {
      expect(leave(10_001)).toEqual([]);
    });
  });

  it('tells of nothing after a freeze', () => {
    const { routes$, lifecycle$, heard, listen, clock } = visit();
    listen();
    routes$.next(makeRoute({ path: '/list' }));
    clock.advance(4000);
    lifecycle$.next({ time: clock.now(), kind: 'restored' });
    expect(heard).toHaveLength(1);
  });
});
