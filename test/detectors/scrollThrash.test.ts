import { describe, expect, it } from 'vitest';
import { scrollThrash } from '../../src/detectors/scrollThrash.js';
import type { Milliseconds } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makeFieldEvent } from '../fixtures/makeFieldEvent.js';
import { makeKey } from '../fixtures/makeKey.js';
import { makePress } from '../fixtures/makePress.js';
import { makeScroll } from '../fixtures/makeScroll.js';
import { playDetector } from '../fixtures/playDetector.js';
import type { Script } from '../fixtures/playPage.js';

/** Scrolling to and fro: a reversal at each of these times, and scrolling in between. */
const hunt = (times: readonly Milliseconds[]) =>
  times.flatMap((time) => [
    makeScroll({ time: time - 400, durationMs: 200 }),
    makeScroll({ time, reversals: 1 }),
  ]);
const every = (ms: Milliseconds, n: number, from = 1000) =>
  Array.from({ length: n }, (_, i) => from + i * ms);
const HUNT = hunt(every(1500, 4));
const play = (script: Script) => playDetector(scrollThrash(), script);

describe('scrollThrash', () => {
  itIsADetector(() => scrollThrash(), { signals: { scroll$: HUNT } });

  it('signals on the fourth reversal', () => {
    expect(play({ scroll$: HUNT })).toEqual([
      {
        detector: 'scrollThrash',
        time: 5500,
        target: 'html',
        strength: expect.closeTo(0.4 + 0.4 * (1 - 4500 / 15_000)),
        evidence: { reversals: 4, spanMs: 4500 },
      },
    ]);
  });

  it('signals once a bout, and anew in the next', () => {
    const scroll$ = [...hunt(every(1000, 8)), ...hunt(every(1000, 8, 30_000))];
    expect(play({ scroll$ })).toHaveLength(2);
  });

  it('lets keys that scroll go on', () => {
    const keys$ = every(900, 4).map((time) => makeKey({ time, kind: 'navigation' }));
    expect(play({ keys$, scroll$: HUNT })).toHaveLength(1);
  });

  it('leaves somebody alone whose habit it is', () => {
    const bouts = Array.from({ length: 9 }, (_, i) => hunt(every(1000, 4, 1000 + i * 20_000)));
    const times = play({ scroll$: bouts.flat() }).map(({ time }) => time);
    // What is usual nears four reversals; twice as many as that never come.
    expect(times.length).toBeLessThan(6);
    expect(Math.max(...times)).toBeLessThan(100_000);
  });

  describe('stays silent', () => {
    it('on three reversals', () => {
      expect(play({ scroll$: hunt(every(1500, 3)) })).toEqual([]);
    });

    it('on four that take more than 15 s', () => {
      const slow = [1000, 6000, 11_000, 16_500];
      const scroll$ = slow.flatMap((time, i) => [
        // Without a rest, so that it is one bout.
        ...every(1000, 6, time - 5000).map((at) => makeScroll({ time: at })),
        makeScroll({ time, reversals: 1, durationMs: i === 0 ? 200 : 600 }),
      ]);
      expect(play({ scroll$ })).toEqual([]);
    });

    it('on somebody who stops to read at each end', () => {
      expect(play({ scroll$: hunt(every(3500, 6)) })).toEqual([]);
    });

    it('when something is pressed, typed or edited in between', () => {
      const between = { time: 4000 };
      expect(play({ presses$: [makePress(between)], scroll$: HUNT })).toEqual([]);
      expect(play({ keys$: [makeKey({ ...between, kind: 'character' })], scroll$: HUNT })).toEqual(
        [],
      );
      expect(play({ fields$: [makeFieldEvent(between)], scroll$: HUNT })).toEqual([]);
    });

    it('when two parts of the page scroll by turns', () => {
      const scroll$ = HUNT.map((scroll, i) =>
        i % 4 < 2 ? scroll : makeScroll({ ...scroll, target: { path: 'main>div' } }),
      );
      expect(play({ scroll$ })).toEqual([]);
    });
  });
});
