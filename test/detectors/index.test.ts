import { describe, expect, it } from 'vitest';
import { DETECTORS, defaultDetectors } from '../../src/detectors/index.js';
import * as lateDetectors from '../../src/detectors/lateDetectors.js';
import { PRESETS } from '../../src/detectors/presets.js';
import { KNOWN_DETECTORS } from '../../src/features/detectorNames.js';
import type { Detector, FieldEvent, Preset, Press, PressResponse } from '../../src/types.js';
import { makeFieldEvent } from '../fixtures/makeFieldEvent.js';
import { makePress } from '../fixtures/makePress.js';
import { makeScroll } from '../fixtures/makeScroll.js';
import { playDetector } from '../fixtures/playDetector.js';
import type { Script } from '../fixtures/playPage.js';

/** Presses that each get an answer after 60 ms. */
function answered(presses: readonly Press[], kind: PressResponse['kind'] = 'mutation'): Script {
  const presses$ = presses.map((press, i) => ({ ...press, id: i + 1 }));
  return {
    presses$,
    responses$: presses$.map(({ id, time }) => ({ press: id, time: time + 60, kind })),
  };
}
const quickly = (n: number, press: Parameters<typeof makePress>[0] = {}) =>
  Array.from({ length: n }, (_, i) => makePress({ ...press, time: i * 180 }));
const typing = (time: number, path: string): FieldEvent[] =>
  (['focus', 'edit', 'edit', 'deletion', 'edit', 'edit', 'left'] as const).map((kind, i) =>
    makeFieldEvent({ time: time + i * 400, kind, target: { path } }),
  );

/** What people do who are well. */
const CALM: readonly [string, Script][] = [
  [
    'buys something',
    {
      ...answered([2000, 9000, 14_000, 40_000].map((time) => makePress({ time }))),
      fields$: ['a', 'b', 'c', 'd'].flatMap((path, i) => typing(16_000 + i * 5000, path)),
      routes$: [2050, 9050, 14_050, 40_050].map((time, i) => ({
        time,
        path: `/step/${i}`,
        kind: 'push',
      })),
    },
  ],
  ['reads', { scroll$: [0, 900, 4000, 8000, 30_000].map((time) => makeScroll({ time })) }],
  [
    'selects a word by a double click, then a paragraph by a third',
    answered(quickly(3, { target: { control: 'none' } }), 'selection'),
  ],
  ['uses a stepper fast', answered(quickly(12, { target: { control: 'stepper' } }))],
  ['presses "+1" fast where the page has named it otherwise', answered(quickly(12))],
  ['goes through many boxes', answered(quickly(8, { target: { control: 'toggle' } }), 'property')],
  ['pages through a carousel', answered(quickly(8, { target: { control: 'pager' } }))],
  ['drags a slider', answered(quickly(5, { target: { control: 'slider' } }), 'form')],
  [
    'opens links in new tabs',
    { presses$: quickly(5, { modified: true, target: { control: 'link', leadsAway: true } }) },
  ],
  [
    'follows a link that leads away',
    { presses$: [makePress({ target: { control: 'link', leadsAway: true } })] },
  ],
];

/** The same with those that are loaded late at hand, as virtual time has no place for loading. */
function detectors(preset: Preset): Detector[] {
  const all: Readonly<Record<string, (options?: object) => Detector>> = {
    ...DETECTORS,
    ...lateDetectors,
  };
  const thresholds: Readonly<Record<string, object | undefined>> = PRESETS[preset];
  return Object.entries(all).map(([name, create]) => create(thresholds[name]));
}

describe('defaultDetectors', () => {
  it('are all there are, each with a name of its own', () => {
    expect(defaultDetectors().map(({ name }) => name)).toEqual([
      'rageClick',
      'deadClick',
      'slowResponse',
      'blockedClick',
      'errorClick',
      'formStruggle',
      'idleAfterError',
      'repeatedSearch',
      'keyboardRage',
      'deadSwipe',
      'formAbandon',
      'thrashedCursor',
      'scrollThrash',
      'quickBack',
      'pageLoop',
      'refresh',
      'exitIntent',
      'helpSeeking',
    ]);
  });

  it('are known by name to the features', () => {
    expect(defaultDetectors().map(({ name }) => name)).toEqual(KNOWN_DETECTORS);
  });

  it.each(CALM)('leave a visitor alone who %s', (_, script) => {
    expect(detectors('balanced').flatMap((detector) => playDetector(detector, script))).toEqual([]);
  });

  it.each(CALM)('leave a visitor alone, if they are strict, who %s', (_, script) => {
    expect(detectors('strict').flatMap((detector) => playDetector(detector, script))).toEqual([]);
  });

  it('need more to signal the stricter they are', () => {
    const presses = quickly(4, { target: { control: 'button' } });
    const names = (preset: Preset, n: number) =>
      detectors(preset)
        .flatMap((detector) => playDetector(detector, { presses$: presses.slice(0, n) }))
        .map(({ detector }) => detector);
    expect(names('sensitive', 3)).toContain('rageClick');
    expect(names('balanced', 3)).not.toContain('rageClick');
    expect(names('balanced', 4)).toContain('rageClick');
    expect(names('strict', 4)).not.toContain('rageClick');
  });
});
