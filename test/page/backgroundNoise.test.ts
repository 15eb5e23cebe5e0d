// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { backgroundNoise, type BackgroundNoise } from '../../src/browser/backgroundNoise.js';
import { nativeDom } from '../../src/browser/nativeDom.js';

document.body.innerHTML = `
  <div id=box><p id=place><b id=inner></b></p><button id=control></button></div>
  <aside id=elsewhere class="hero-Carousel"><i id=slide></i></aside>`;
const find = (id: string) => document.getElementById(id)!;

describe('backgroundNoise', () => {
  let noise: BackgroundNoise;
  beforeEach(() => {
    noise = backgroundNoise(nativeDom(window));
  });
  const changes = (id: string, ...times: number[]) => {
    for (const time of times) noise.note(find(id), time, 'other');
  };
  const habitOf = (id: string, pressed = 'control') =>
    noise.habitOf(find(id), { element: find(pressed), path: [] });

  it.each([
    ['a clock, after two seconds', [100, 1105], 'beats'],
    ['a ticker, after three beats', [0, 90, 185], 'beats'],
    ['an animation', [0, 16, 33, 50], 'beats'],
    ['a single change', [500], 'still'],
    ['two changes', [0, 400], 'still'],
    ['"Saving…" and, later, "Saved"', [100, 900, 5000], 'still'],
    ['changes of one moment', [0, 1, 2, 3], 'still'],
  ])('knows %s', (_, times, habit) => {
    changes('place', ...times);
    expect(habitOf('place')).toBe(habit);
  });

  it.each([
    ['one more than a steady beat', [0, 1500, 3000, 4500, 6000], 7550, 2, true],
    ['one more, after the others', [0, 1500, 3000, 4500, 6000], 6900, 2, true],
    ['a late beat and one on time', [0, 1500, 3000, 4500, 6400], 9000, 2, false],
    ['the beats themselves', [0, 1500, 3000, 4500, 6000], 9000, 2, false],
    ['a beat that came early', [0, 1500, 3000, 4500, 6000], 6900, 1, false],
    ['one more where a beat was left out', [0, 1500, 3000, 6000, 7500], 8900, 2, true],
    ['what only happened to come at a second', [0, 1000, 1300, 2100, 2700], 3500, 2, false],
    ['a beat that is hardly known', [0, 1500, 3000], 4400, 2, false],
    ['a fast ticker', [0, 300, 600, 900, 1200], 1400, 2, false],
  ])('tells %s', (_, times, time, nChanges, isMore) => {
    changes('place', ...times);
    expect(noise.isMore(find('place'), time, nChanges, times.at(-1)!)).toBe(isMore);
  });

  it.each([
    ['one more after beats that nobody heard', 9400, 10_500, true],
    ['the beats alone after those', 9400, 12_000, false],
    ['a beat that comes late as somebody begins to listen', 9050, 10_500, false],
  ])('tells %s', (_, since, time, isMore) => {
    changes('place', 0, 1500, 3000, 4500, 6000);
    expect(noise.isMore(find('place'), time, 2, since)).toBe(isMore);
  });

  it.each([
    ['prices that come at any time', [0, 400, 1300, 1600, 2700], 'restless'],
    ['news that come now and then', [0, 2500, 9000, 13_000, 21_000], 'moves'],
    ['two changes', [0, 400], 'moves'],
    ['what kept a beat by chance, and lost it', [0, 1200, 2400, 2700, 3900, 4400], 'restless'],
    ['a clock', [0, 1000, 2000, 3000], 'beats'],
    ['a beat of which some were left out', [0, 1500, 3000, 6000, 7500], 'beats'],
  ])('knows %s, when no press is near', (_, times, habit) => {
    for (const time of times) noise.note(find('place'), time, 'itself');
    expect(habitOf('place')).toBe(habit);
  });

  it('knows what lies inside, and not what lies beside', () => {
    changes('place', 0, 1000);
    expect(habitOf('inner')).toBe('beats');
    expect(habitOf('box')).toBe('still');
    expect(habitOf('control')).toBe('still');
  });

  it('makes little of what lies around a pressed control', () => {
    changes('box', 0, 1000);
    expect(habitOf('box')).toBe('beatsAround');
    expect(habitOf('place')).toBe('still');
    changes('control', 0, 1000);
    expect(habitOf('control')).toBe('beats');
  });

  it('knows what lay around a control that was mounted anew since', () => {
    changes('box', 0, 1000);
    const element = document.createElement('button');
    expect(noise.habitOf(find('box'), { element, path: [element, find('box')] })).toBe(
      'beatsAround',
    );
  });

  it('knows what moved when nothing was pressed, and what says that it moves', () => {
    noise.note(find('place'), 0, 'itself');
    expect(habitOf('place')).toBe('moves');
    expect(habitOf('slide')).toBe('moves');
    expect(habitOf('elsewhere', 'slide')).toBe('still');
  });

  it.each([
    ['keeps its beat', 1500, 4550, 'beats'],
    ['comes late, as on a busy page', 1500, 5400, 'beats'],
    ['breaks a slow beat', 1500, 3700, 'offBeat'],
    ['breaks a quick beat', 300, 900, 'beats'],
  ])('knows a change that %s', (_, period, time, habit) => {
    changes('place', 0, period, 2 * period);
    const pressed = { element: find('control'), path: [] };
    expect(noise.habitOf(find('place'), pressed, time)).toBe(habit);
  });

  it('takes what a press set off for no habit, as long as it has no rest', () => {
    noise.note(find('place'), 0, 'press');
    changes('place', 1000, 2000, 3000);
    expect(habitOf('place')).toBe('still');
    changes('place', 9000, 10_000);
    expect(habitOf('place')).toBe('beats');
  });

  it('recognises a clock of which the first tick may have been an answer', () => {
    noise.note(find('place'), 0, 'maybe');
    changes('place', 1000);
    expect(habitOf('place')).toBe('beats');
  });
});
