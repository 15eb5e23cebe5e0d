import { describe, expect, it } from 'vitest';
import { thrashedCursor } from '../../src/detectors/thrashedCursor.js';
import { motionSum } from '../../src/browser/motionSum.js';
import type { Milliseconds, PointerSummary, Target } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makePointer } from '../fixtures/makePointer.js';
import { makePress } from '../fixtures/makePress.js';
import { makeScroll } from '../fixtures/makeScroll.js';
import { playDetector } from '../fixtures/playDetector.js';
import type { Script } from '../fixtures/playPage.js';

interface Shake {
  from?: Milliseconds;
  /** Legs, each in the other direction. */
  legs: number;
  legMs: Milliseconds;
  legPx: number;
  axis?: 'x' | 'y' | 'both';
  target?: Partial<Target>;
}

/** Summaries of a pointer that goes to and fro, as the page would make them five times a second. */
function shaken({ from = 0, legs, legMs, legPx, axis = 'x', target }: Shake): PointerSummary[] {
  const sum = motionSum();
  const summaries: PointerSummary[] = [];
  const at = (ms: Milliseconds): [number, number] => {
    const leg = Math.floor(ms / legMs);
    const along = (ms % legMs) / legMs;
    const far = legPx * (leg % 2 === 0 ? along : 1 - along);
    const isX = axis === 'x' || (axis === 'both' && leg % 4 < 2);
    return isX ? [500 + far, 400] : [500, 400 + far];
  };
  for (let ms = 0; ms <= legs * legMs; ms += 10) {
    sum.add(from + ms, ...at(ms));
    if (ms % 200 !== 0 || ms === 0) continue;
    const motion = sum.take(from + ms);
    if (motion) summaries.push(makePointer({ ...motion, ...(target && { target }) }));
  }
  return summaries;
}

const play = (script: Script) => playDetector(thrashedCursor(), script);
const timesOf = (pointer$: readonly PointerSummary[]) => play({ pointer$ }).map(({ time }) => time);
/** 100 px to and fro in 100 ms each: 1 000 px/s. */
const THRASH: Shake = { legs: 20, legMs: 100, legPx: 100 };

describe('thrashedCursor', () => {
  itIsADetector(() => thrashedCursor(), { signals: { pointer$: shaken(THRASH) } });

  it('signals once the pointer has been thrown about for 0.7 s', () => {
    const [signal, ...more] = play({ pointer$: shaken(THRASH) });
    expect(more).toEqual([]);
    // After four summaries of 200 ms: 800 px, and a turn at each 100 ms but the first.
    expect(signal).toMatchObject({ time: 800, target: 'main>p' });
    expect(signal!.evidence).toEqual({ turns: 7, speed: 1000, pathPx: 800 });
    // 0.4 · 0.7 + 0.3 · ⅔ + 0.3 · (1 − 100 / 800)
    expect(signal!.strength).toBeCloseTo(0.28 + 0.2 + 0.2625);
  });

  // The peer counts reversals of either axis, at any size; what counts here is movement.
  it('T01: signals also on fewer than 20 reversals, if they are wide and quick', () => {
    expect(timesOf(shaken({ legs: 19, legMs: 100, legPx: 60 }))).toHaveLength(1);
  });

  it('T01: is silent on 19 reversals of a pixel', () => {
    expect(timesOf(shaken({ legs: 19, legMs: 100, legPx: 1 }))).toEqual([]);
  });

  it.each(['x', 'y', 'both'] as const)('T02: signals once on 20 reversals along %s', (axis) => {
    expect(timesOf(shaken({ ...THRASH, axis }))).toHaveLength(1);
  });

  // The peer has no event when 20 reversals take more than 2 s; four are enough here.
  it('T03: signals on reversals that take 115 ms each', () => {
    expect(timesOf(shaken({ legs: 20, legMs: 115, legPx: 100 }))).toHaveLength(1);
  });

  it('T04: signals once on 120 reversals without a pause', () => {
    expect(timesOf(shaken({ ...THRASH, legs: 120 }))).toEqual([800]);
  });

  it('T05: signals twice on two bursts with 2.1 s between them', () => {
    const second = shaken({ ...THRASH, from: 2000 + 2100 });
    expect(timesOf([...shaken(THRASH), ...second])).toHaveLength(2);
  });

  // The peer takes 5 to …; here an option is taken as it is.
  it('T07: signals by thresholds of one’s own', () => {
    const pointer$ = shaken({ legs: 6, legMs: 100, legPx: 60 });
    const strict = thrashedCursor({ minTurns: 12 });
    const eager = thrashedCursor({ minMovingMs: 300, minPathPx: 100 });
    expect([strict, eager].map((each) => playDetector(each, { pointer$ }).length)).toEqual([0, 1]);
  });

  // Instead of a list of addresses, a mark on the page switches it off.
  it('T08: is silent where a mark on the page says so', () => {
    expect(timesOf(shaken({ ...THRASH, target: { ignored: ['thrashedCursor'] } }))).toEqual([]);
  });

  it('T09: scores an erratic path by what it is made of', () => {
    const weak = play({ pointer$: shaken({ legs: 8, legMs: 160, legPx: 60 }) });
    const wild = play({ pointer$: shaken({ legs: 30, legMs: 60, legPx: 120 }) });
    expect(wild[0]!.strength).toBeGreaterThan(weak[0]!.strength);
  });

  describe('stays silent', () => {
    it('on a straight way across the page', () => {
      expect(timesOf(shaken({ legs: 1, legMs: 1000, legPx: 900 }))).toEqual([]);
    });

    it('on a slow hand', () => {
      expect(timesOf(shaken({ legs: 10, legMs: 400, legPx: 60 }))).toEqual([]);
    });

    it('on lines that are followed while reading', () => {
      // 600 px to the right in 900 ms and back: two turns in 2 s.
      expect(timesOf(shaken({ legs: 8, legMs: 900, legPx: 600 }))).toEqual([]);
    });

    it('on a shake that finds the pointer', () => {
      expect(timesOf(shaken({ legs: 6, legMs: 80, legPx: 100 }))).toEqual([]);
    });

    it('on quick ways between targets that are pressed', () => {
      const presses$ = [300, 600, 900, 1200, 1500, 1800].map((time) => makePress({ time }));
      expect(play({ presses$, pointer$: shaken(THRASH) })).toEqual([]);
    });

    it('while the page scrolls', () => {
      const scroll$ = [350, 750, 1150, 1550, 1950].map((time) => makeScroll({ time }));
      expect(play({ scroll$, pointer$: shaken(THRASH) })).toEqual([]);
    });

    it('over a drawing or a map', () => {
      const over = shaken({ ...THRASH, target: { control: 'surface' } });
      // All of it in one summary, which a busy page makes late, when the pointer is elsewhere.
      const after = { ...over[0]!, durationMs: 900, pathPx: 900, turns: 9, time: 2200 };
      expect(timesOf([...over, makePointer({ ...after, target: {} })])).toEqual([]);
    });
  });
});
