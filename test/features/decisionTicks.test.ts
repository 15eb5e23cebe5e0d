import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { decisionTicks } from '../../src/features/index.js';
import type { Signal } from '../../src/types.js';
import { makeFieldEvent } from '../fixtures/makeFieldEvent.js';
import { makePageError } from '../fixtures/makePageError.js';
import { makePointer } from '../fixtures/makePointer.js';
import { makePress } from '../fixtures/makePress.js';
import { makeScroll } from '../fixtures/makeScroll.js';
import { makeSignal } from '../fixtures/makeSignal.js';
import { makeStreams } from '../fixtures/makeStreams.js';
import { playPage, type Script } from '../fixtures/playPage.js';
import { timer } from 'rxjs';

const presses = (...times: number[]) => times.map((time) => makePress({ time }));
const errors = (...times: number[]) => times.map((time) => makePageError({ time }));

/** Times of the ticks; each must come when its time has come. */
function ticks(script: Script, signalTimes: readonly number[] = []): number[] {
  const heard = playPage(script, (page) => {
    const signals$ = new Subject<Signal>();
    for (const time of signalTimes)
      timer(time).subscribe(() => signals$.next(makeSignal({ time })));
    return decisionTicks({ page, signals$ });
  });
  expect(heard.map(({ at }) => at)).toEqual(heard.map(({ value }) => value));
  return heard.map(({ value }) => value);
}

describe('decisionTicks', () => {
  it.each<[string, Script]>([
    ['press', { presses$: presses(1000) }],
    ['key', { keys$: [{ time: 1000, kind: 'character', inField: true }] }],
    ['field', { fields$: [makeFieldEvent({ time: 1000 })] }],
    ['scroll', { scroll$: [makeScroll({ time: 1000 })] }],
    ['move', { pointer$: [makePointer({ time: 1000 })] }],
  ])('come 700 ms after the last %s of a burst', (_, script) => {
    expect(ticks(script)).toEqual([1700]);
  });

  it('wait for the end of a burst', () => {
    expect(
      ticks({ presses$: presses(0, 600, 1200), scroll$: [makeScroll({ time: 1800 })] }),
    ).toEqual([2500]);
  });

  it('come at an error, a signal and a change of route', () => {
    expect(ticks({ errors$: errors(100) })).toEqual([100]);
    expect(ticks({}, [100])).toEqual([100]);
    expect(ticks({ routes$: [{ time: 100, path: '/cart', kind: 'push' }] })).toEqual([100]);
  });

  it('do not come because the page was loaded', () => {
    expect(ticks({ routes$: [{ time: 100, path: '/', kind: 'load' }] })).toEqual([]);
    expect(ticks({ routes$: [{ time: 100, path: '/', kind: 'reload' }] })).toEqual([]);
  });

  it('lie 5 s apart: what comes earlier waits', () => {
    // The burst of 2 000 has its end at 2 700, which is too early.
    expect(ticks({ presses$: presses(0, 2000) })).toEqual([700, 5700]);
    expect(ticks({ errors$: errors(0, 3000) })).toEqual([0, 5000]);
  });

  it('do not fall into a burst that goes on', () => {
    expect(ticks({ presses$: presses(0, 2000, 5500) })).toEqual([700, 6200]);
  });

  it('come once for many errors', () => {
    expect(ticks({ errors$: errors(0, 1000, 1500, 3000, 4999) })).toEqual([0, 5000]);
  });

  it('come for a signal 1 s after any', () => {
    expect(ticks({ errors$: errors(0) }, [400])).toEqual([0, 1000]);
    expect(ticks({ errors$: errors(0) }, [2000])).toEqual([0, 2000]);
    expect(ticks({}, [0, 300, 600, 2500])).toEqual([0, 1000, 2500]);
  });

  it('come once where one sees what another waits for', () => {
    // The error of 3 000 waits for 5 000; the signal's tick of 4 000 sees it.
    expect(ticks({ errors$: errors(0, 3000) }, [4000])).toEqual([0, 4000]);
  });

  it('count the gap from the last of them', () => {
    expect(ticks({ errors$: errors(0, 5000) }, [4000])).toEqual([0, 4000, 9000]);
  });

  it('come while the page is visible', () => {
    const lifecycle$ = [
      { time: 50, kind: 'hidden' },
      { time: 9000, kind: 'visible' },
    ] as const;
    expect(ticks({ lifecycle$, errors$: errors(100, 9100), presses$: presses(0) }, [200])).toEqual([
      9100,
    ]);
  });

  it('come after everybody has heard of their cause', () => {
    const order: string[] = [];
    playPage({ errors$: errors(100) }, (page) => {
      const ticks$ = decisionTicks({ page, signals$: new Subject() });
      ticks$.subscribe(() => order.push('tick'));
      page.errors$.subscribe(() => order.push('heard'));
      return ticks$;
    });
    expect(order).toEqual(['heard', 'tick']);
  });

  it('ignore what has no time', () => {
    expect(
      ticks({ errors$: [makePageError({ time: NaN })], presses$: [makePress({ time: NaN })] }),
    ).toEqual([]);
  });

  it('let go of every stream', () => {
    const page = makeStreams();
    const signals$ = new Subject<Signal>();
    const subscription = decisionTicks({ page, signals$ }).subscribe();
    page.presses$.next(makePress());
    subscription.unsubscribe();
    expect([...Object.values(page), signals$].filter(({ observed }) => observed)).toEqual([]);
  });
});
