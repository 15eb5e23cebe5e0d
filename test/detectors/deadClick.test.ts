import { describe, expect, it } from 'vitest';
import { deadClick } from '../../src/detectors/index.js';
import type { ControlKind, ResponseKind } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makePress } from '../fixtures/makePress.js';
import { playDetector } from '../fixtures/playDetector.js';
import { playPage, type Script } from '../fixtures/playPage.js';

const play = (script: Script) => playDetector(deadClick(), script);
const answer = (press: number, time: number, kind: ResponseKind = 'mutation') => ({
  press,
  time,
  kind,
});

describe('deadClick', () => {
  itIsADetector(() => deadClick(), { signals: { presses$: [makePress({ time: 100 })] } });

  it('signals 2.5 s after a press that nothing answered', () => {
    const presses$ = [makePress({ time: 100 })];
    expect(playPage({ presses$ }, (page) => deadClick().detect(page))).toEqual([
      {
        at: 2600,
        value: {
          detector: 'deadClick',
          time: 2600,
          target: 'main>button',
          strength: 0.5,
          evidence: { presses: 1, waitedMs: 2500 },
        },
      },
    ]);
  });

  it.each<ControlKind>(['button', 'link', 'toggle', 'stepper', 'pager'])(
    'judges a %s',
    (control) => {
      expect(play({ presses$: [makePress({ target: { control } })] })).toHaveLength(1);
    },
  );

  it.each(['mouse', 'touch', 'pen', 'keyboard', 'assistive'] as const)(
    'judges a press by %s',
    (pointer) => {
      expect(play({ presses$: [makePress({ pointer })] })).toHaveLength(1);
    },
  );

  it.each<ResponseKind>([
    ...(['mutation', 'property', 'form', 'focus', 'selection', 'scroll'] as const),
    ...(['navigation', 'resource', 'media', 'window', 'clipboard', 'drag'] as const),
  ])('takes a %s for an answer', (kind) => {
    expect(play({ presses$: [makePress({ id: 1 })], responses$: [answer(1, 2499, kind)] })).toEqual(
      [],
    );
  });

  it('hears an answer that comes in the same moment', () => {
    expect(play({ presses$: [makePress({ id: 1 })], responses$: [answer(1, 0)] })).toEqual([]);
  });

  it('takes an answer that comes too late for none', () => {
    expect(play({ presses$: [makePress({ id: 1 })], responses$: [answer(1, 2501)] })).toHaveLength(
      1,
    );
  });

  it('judges each press by itself: neither an answer to another nor another press clears it', () => {
    const presses$ = [0, 300, 900].map((time, i) => makePress({ time, id: i + 1 }));
    const signals = play({ presses$, responses$: [answer(2, 400)] });
    expect(signals.map(({ time }) => time)).toEqual([2500, 3400]);
  });

  it('grows surer with each dead press on the same control', () => {
    const presses$ = [0, 350, 6000, 29_000].map((time) => makePress({ time }));
    expect(play({ presses$ }).map(({ strength }) => strength)).toEqual([0.5, 0.8, 1, 1]);
  });

  it('begins anew after 30 s', () => {
    const presses$ = [0, 30_000].map((time) => makePress({ time }));
    expect(play({ presses$ }).map(({ strength }) => strength)).toEqual([0.5, 0.5]);
  });

  it('counts each control by itself', () => {
    const presses$ = [makePress(), makePress({ time: 100, target: { path: 'main>button:2' } })];
    expect(play({ presses$ }).map(({ strength }) => strength)).toEqual([0.5, 0.5]);
  });

  it.each<ControlKind>(['field', 'select', 'slider', 'file', 'media', 'surface', 'none'])(
    'does not judge a press on: %s',
    (control) => {
      expect(play({ presses$: [makePress({ target: { control } })] })).toEqual([]);
    },
  );

  it.each([
    ['a link that leads away', makePress({ target: { control: 'link', leadsAway: true } })],
    ['a disabled control, which is blocked', makePress({ target: { disabled: true } })],
    ['a press with a modifier key', makePress({ modified: true })],
  ])('does not judge %s', (_, press) => {
    expect(play({ presses$: [press] })).toEqual([]);
  });

  it.each(['hidden', 'left'] as const)('does not judge when the page is %s meanwhile', (kind) => {
    expect(play({ presses$: [makePress()], lifecycle$: [{ time: 2000, kind }] })).toEqual([]);
  });

  it('judges a press after the page came back', () => {
    const presses$ = [makePress(), makePress({ time: 5000 })];
    const lifecycle$ = [
      { time: 1000, kind: 'hidden' },
      { time: 4000, kind: 'visible' },
    ] as const;
    expect(play({ presses$, lifecycle$ }).map(({ time }) => time)).toEqual([7500]);
  });

  it('waits for 50 presses at most', () => {
    const presses$ = Array.from({ length: 200 }, (_, time) => makePress({ time }));
    expect(play({ presses$ })).toHaveLength(50);
  });
});
