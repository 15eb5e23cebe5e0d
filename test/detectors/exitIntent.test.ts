import { describe, expect, it } from 'vitest';
import { exitIntent } from '../../src/detectors/exitIntent.js';
import type { Exit, Milliseconds } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makeFieldEvent } from '../fixtures/makeFieldEvent.js';
import { makePointer } from '../fixtures/makePointer.js';
import { makeSwipe } from '../fixtures/makeSwipe.js';
import { playDetector } from '../fixtures/playDetector.js';
import type { Script } from '../fixtures/playPage.js';

const out = (time: Milliseconds): Exit => ({ time, kind: 'left' });
const back = (time: Milliseconds): Exit => ({ time, kind: 'back' });
/** A first move, and one that ends at the edge. */
const moves = (time: Milliseconds, maxSpeed = 1500) => [
  makePointer({ time: 0 }),
  makePointer({ time: time + 80, maxSpeed }),
];
const play = (script: Script) => playDetector(exitIntent(), script);
const LEAVING: Script = { pointer$: moves(8000), exits$: [out(8000)] };

describe('exitIntent', () => {
  itIsADetector(() => exitIntent(), { signals: LEAVING });

  it('signals when the pointer has been gone for 0.3 s', () => {
    expect(play(LEAVING)).toEqual([
      {
        detector: 'exitIntent',
        time: 8300,
        target: 'main>p',
        strength: expect.closeTo(0.3 + 0.3 * 0.5),
        evidence: { speed: 1500 },
      },
    ]);
  });

  it('signals once in 30 s', () => {
    const times = [8000, 12_000, 40_000];
    const pointer$ = times.flatMap((time) => moves(time));
    expect(play({ pointer$, exits$: times.map(out) }).map(({ time }) => time)).toEqual([
      8300, 40_300,
    ]);
  });

  it('signals on touch when a fast scroll up is followed by hiding', () => {
    const swipes$ = [
      makeSwipe({ time: 1000, answered: true }),
      makeSwipe({ time: 9000, downPx: 400, durationMs: 200, answered: true }),
    ];
    const signals = play({ swipes$, lifecycle$: [{ time: 9500, kind: 'hidden' }] });
    expect(signals).toMatchObject([{ time: 9500, evidence: { speed: 2000 } }]);
  });

  describe('stays silent', () => {
    it('when the pointer comes back within 0.3 s', () => {
      expect(play({ ...LEAVING, exits$: [out(8000), back(8250)] })).toEqual([]);
    });

    it('when it leaves slowly', () => {
      expect(play({ ...LEAVING, pointer$: moves(8000, 400) })).toEqual([]);
    });

    it('in the first 5 s of doing something', () => {
      const pointer$ = [makePointer({ time: 5000 }), makePointer({ time: 8080, maxSpeed: 1500 })];
      expect(play({ ...LEAVING, pointer$ })).toEqual([]);
    });

    it('while a field has the focus, whose suggestions or options may lie outside', () => {
      const fields$ = [
        makeFieldEvent({ time: 7000, kind: 'focus', target: { control: 'select' } }),
      ];
      expect(play({ ...LEAVING, fields$ })).toEqual([]);
      const left = makeFieldEvent({ time: 7500, kind: 'left' });
      expect(play({ ...LEAVING, fields$: [...fields$, left] })).toHaveLength(1);
    });

    it('on touch, when the page is hidden later, or after a scroll down', () => {
      const swipe = { time: 9000, durationMs: 200, answered: true };
      const first = makeSwipe({ time: 0, answered: true });
      const hidden = (time: Milliseconds) => [{ time, kind: 'hidden' as const }];
      const up = [first, makeSwipe({ ...swipe, downPx: 400 })];
      expect(play({ swipes$: up, lifecycle$: hidden(11_500) })).toEqual([]);
      const down = [first, makeSwipe({ ...swipe, downPx: -400 })];
      expect(play({ swipes$: down, lifecycle$: hidden(9500) })).toEqual([]);
    });

    it('when a page is hidden that was not swiped', () => {
      expect(play({ pointer$: moves(8000), lifecycle$: [{ time: 9000, kind: 'hidden' }] })).toEqual(
        [],
      );
    });
  });
});
