import { describe, expect, it } from 'vitest';
import { deadSwipe } from '../../src/detectors/deadSwipe.js';
import type { ControlKind } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makeSwipe } from '../fixtures/makeSwipe.js';
import { playDetector } from '../fixtures/playDetector.js';

const play = (...swipes: readonly Parameters<typeof makeSwipe>[0][]) =>
  playDetector(deadSwipe(), { swipes$: swipes.map(makeSwipe) });

describe('deadSwipe', () => {
  itIsADetector(() => deadSwipe(), { signals: { swipes$: [makeSwipe({ time: 2500 })] } });

  it('W01: signals on a swipe up by 160 px that nothing answers', () => {
    expect(play({ time: 2500 })).toEqual([
      {
        detector: 'deadSwipe',
        time: 2500,
        target: 'main>p',
        strength: 0.4,
        evidence: { swipes: 1, distancePx: 160 },
      },
    ]);
  });

  it('W06: signals on a link, too', () => {
    expect(play({ target: { control: 'link', leadsAway: true } })).toHaveLength(1);
  });

  it('W07: is silent when it was answered', () => {
    expect(play({ answered: true })).toEqual([]);
  });

  // The peer stops after ten; here more of the same only makes it surer, and weighs no more.
  it('W08: signals on each of eleven swipes, at most with strength 1', () => {
    const signals = play(...Array.from({ length: 11 }, (_, i) => ({ time: i * 500 })));
    expect(signals.map(({ strength }) => strength)).toEqual([0.4, 0.7, ...Array(9).fill(1)]);
  });

  it('waits for as many as it is told to', () => {
    const swipes$ = [makeSwipe(), makeSwipe({ time: 1000 })];
    expect(playDetector(deadSwipe({ minSwipes: 2 }), { swipes$ })).toHaveLength(1);
  });

  const UNSEEN: readonly ControlKind[] = ['surface', 'media', 'slider', 'field', 'select'];
  it.each(UNSEEN)('stays silent over a %s, which answers unseen', (control) => {
    expect(play({ target: { control } })).toEqual([]);
  });
});
