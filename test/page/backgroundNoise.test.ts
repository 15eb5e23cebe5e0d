// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { backgroundNoise, type BackgroundNoise } from '../../src/browser/backgroundNoise.js';
import { nativeDom } from '../../src/browser/nativeDom.js';

document.body.innerHTML =
  '<div id=box><p id=place><b id=inner></b></p><button id=control></button></div>';
const find = (id: string) => document.getElementById(id)!;

describe('backgroundNoise', () => {
  let noise: BackgroundNoise;
  beforeEach(() => {
    noise = backgroundNoise(nativeDom(window));
  });
  const beat = (id: string, ...times: number[]) => {
    for (const time of times) noise.note(find(id), time);
  };

  it.each([
    ['a clock, after two seconds', [100, 1105], true],
    ['a ticker, after three beats', [0, 90, 185], true],
    ['an animation', [0, 16, 33, 50], true],
    ['a single change', [500], false],
    ['two changes', [0, 400], false],
    ['"Saving…" and, later, "Saved"', [100, 900, 5000], false],
    ['changes of one moment', [0, 1, 2, 3], false],
  ])('knows %s', (_, times, isKnown) => {
    beat('place', ...times);
    expect(noise.isKnown(find('place'))).toBe(isKnown);
  });

  it('knows what lies inside, and not what lies beside', () => {
    beat('place', 0, 1000);
    expect(noise.isKnown(find('inner'))).toBe(true);
    expect(noise.isKnown(find('box'))).toBe(false);
    expect(noise.isKnown(find('control'))).toBe(false);
  });

  it('makes no excuse of what lies around a pressed control', () => {
    beat('box', 0, 1000);
    expect(noise.isKnown(find('place'))).toBe(true);
    expect(noise.isKnown(find('place'), find('control'))).toBe(false);
    beat('control', 0, 1000);
    expect(noise.isKnown(find('control'), find('control'))).toBe(true);
  });
});
