import { describe, expect, it } from 'vitest';
import { helpSeeking } from '../../src/detectors/helpSeeking.js';
import type { HelpContact, Milliseconds } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makeKey } from '../fixtures/makeKey.js';
import { makePress } from '../fixtures/makePress.js';
import { makeRoute } from '../fixtures/makeRoute.js';
import { makeScroll } from '../fixtures/makeScroll.js';
import { makeTarget } from '../fixtures/makeTarget.js';
import { playDetector } from '../fixtures/playDetector.js';
import type { Script } from '../fixtures/playPage.js';

const LINK = makeTarget({ path: 'nav>a:4', control: 'link' });
const hover = (time: Milliseconds): HelpContact => ({ time, kind: 'hover', target: LINK });
const focus = (time: Milliseconds): HelpContact => ({ time, kind: 'focus', target: LINK });
const gone = (time: Milliseconds): HelpContact => ({ time, kind: 'gone' });
const play = (...help$: readonly HelpContact[]) => playDetector(helpSeeking(), { help$ });

describe('helpSeeking', () => {
  itIsADetector(() => helpSeeking(), { signals: { help$: [hover(0)] } });

  it('signals when the pointer has rested on a way to help for 1 s', () => {
    expect(play(hover(500))).toEqual([
      {
        detector: 'helpSeeking',
        time: 1500,
        target: 'nav>a:4',
        strength: 0.3,
        evidence: { waitMs: 1000 },
      },
    ]);
  });

  it('signals when the focus has for 2 s', () => {
    expect(play(focus(500))).toMatchObject([{ time: 2500, strength: 0.3 }]);
  });

  it('signals on a visit to a page of help that lasts 3 s, without a place on this one', () => {
    expect(play({ time: 700, kind: 'visit' }, hover(900), gone(1200))).toMatchObject([
      { time: 3700, target: '', strength: 0.6 },
    ]);
  });

  it('signals once in 30 s on the same', () => {
    const contacts = [0, 5000, 40_000].flatMap((time) => [hover(time), gone(time + 2000)]);
    expect(play(...contacts).map(({ time }) => time)).toEqual([1000, 41_000]);
  });

  describe('stays silent', () => {
    it('when the pointer passes over it', () => {
      expect(play(hover(0), gone(900))).toEqual([]);
    });

    it('when the pointer comes back to what was pressed a moment ago', () => {
      const presses$ = [makePress({ time: 0, target: hover(0).target! })];
      const help$ = [hover(5000), gone(9000)];
      expect(playDetector(helpSeeking(), { help$, presses$ })).toEqual([]);
    });

    it('when the pointer moves on over it, and away', () => {
      expect(play(hover(0), hover(800), gone(1700))).toEqual([]);
    });

    it.each<[string, Script]>([
      ['presses', { presses$: [makePress({ time: 600 })] }],
      ['types', { keys$: [makeKey({ time: 600 })] }],
      ['scrolls', { scroll$: [makeScroll({ time: 600 })] }],
    ])('when the pointer lies there and the visitor %s', (_, script) => {
      expect(playDetector(helpSeeking(), { help$: [hover(0)], ...script })).toEqual([]);
    });

    it('when the visitor turns round at once', () => {
      const routes$ = [makeRoute({ time: 1900 })];
      const help$: HelpContact[] = [{ time: 700, kind: 'visit' }];
      expect(playDetector(helpSeeking(), { help$, routes$ })).toEqual([]);
    });

    it('when the focus passes over it', () => {
      expect(play(focus(0), gone(1900))).toEqual([]);
    });
  });
});
