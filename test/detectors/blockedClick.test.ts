import { describe, expect, it } from 'vitest';
import { blockedClick } from '../../src/detectors/index.js';
import type { Press } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makePress } from '../fixtures/makePress.js';
import { playDetector } from '../fixtures/playDetector.js';

const pressAt = (time: number, path = 'main>button') =>
  makePress({ time, target: { disabled: true, path } });
const strengths = (presses$: readonly Press[]) =>
  playDetector(blockedClick(), { presses$ }).map(({ strength }) => strength);

describe('blockedClick', () => {
  itIsADetector(() => blockedClick(), { signals: { presses$: [pressAt(10)] } });

  it('signals on each press of a disabled control, at once', () => {
    expect(playDetector(blockedClick(), { presses$: [pressAt(10)] })).toEqual([
      {
        detector: 'blockedClick',
        time: 10,
        target: 'main>button',
        strength: 0.4,
        evidence: { presses: 1 },
      },
    ]);
  });

  it('grows surer with each press of the same control', () => {
    expect(strengths([0, 5000, 9000, 12_000].map((time) => pressAt(time)))).toEqual([
      0.4, 0.8, 1, 1,
    ]);
  });

  it('begins anew after 30 s', () => {
    expect(strengths([pressAt(0), pressAt(30_000)])).toEqual([0.4, 0.4]);
  });

  it('counts each control by itself', () => {
    expect(strengths([pressAt(0), pressAt(100, 'main>a')])).toEqual([0.4, 0.4]);
  });

  it('does not add up controls that may not be known', () => {
    expect(strengths([pressAt(0, ''), pressAt(100, '')])).toEqual([0.4, 0.4]);
  });

  it.each([
    ['the control is enabled', makePress()],
    ['a modifier key is held', makePress({ modified: true, target: { disabled: true } })],
  ])('is silent when %s', (_, press) => {
    expect(strengths([press])).toEqual([]);
  });
});
