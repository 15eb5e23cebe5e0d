import { describe, expect, it } from 'vitest';
import { helpSeeking } from '../../src/detectors/helpSeeking.js';
import type { HelpContact, Milliseconds } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makeTarget } from '../fixtures/makeTarget.js';
import { playDetector } from '../fixtures/playDetector.js';

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

  it('signals at once on a visit to a page of help, without a place on this one', () => {
    expect(play({ time: 700, kind: 'visit' })).toMatchObject([
      { time: 700, target: '', strength: 0.6 },
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

    it('when the focus passes over it', () => {
      expect(play(focus(0), gone(1900))).toEqual([]);
    });
  });
});
