import { describe, expect, it } from 'vitest';
import { keyboardRage } from '../../src/detectors/keyboardRage.js';
import type { ControlKind, Target } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makeKey } from '../fixtures/makeKey.js';
import { makePress } from '../fixtures/makePress.js';
import { playDetector } from '../fixtures/playDetector.js';
import type { Script } from '../fixtures/playPage.js';

const at = (n: number, gapMs = 300) => Array.from({ length: n }, (_, i) => i * gapMs);
const keys = (n: number, target: Partial<Target> = {}, gapMs = 300) =>
  at(n, gapMs).map((time) => makeKey({ time, target }));
const presses = (n: number, target: Partial<Target> = {}) =>
  at(n).map((time, i) => makePress({ id: i + 1, time: time + 5, pointer: 'keyboard', target }));
const answers = (n: number) =>
  at(n).map((time, i) => ({ press: i + 1, time: time + 60, kind: 'mutation' as const }));
const play = (script: Script) => playDetector(keyboardRage(), script);

describe('keyboardRage', () => {
  itIsADetector(() => keyboardRage(), { signals: { keys$: keys(4) } });

  it('G18: signals when Enter is struck five times on a submit and nothing happens', () => {
    expect(play({ keys$: keys(5), presses$: presses(5) })).toEqual([
      {
        detector: 'keyboardRage',
        time: 900,
        target: 'main>button',
        strength: 0.9,
        evidence: { presses: 4, spanMs: 900 },
      },
    ]);
  });

  it('G18: takes a submit that comes to nothing for no answer', () => {
    const responses$ = answers(5).map((answer) => ({ ...answer, kind: 'form' as const }));
    expect(play({ keys$: keys(5), presses$: presses(5), responses$ })).toHaveLength(1);
  });

  it('signals on a control that is deaf to keys', () => {
    expect(play({ keys$: keys(4) })).toHaveLength(1);
  });

  it('signals on Enter in a field, which presses the button of its form', () => {
    expect(play({ presses$: presses(4) })).toHaveLength(1);
  });

  it('signals when only the first stroke was answered', () => {
    const script = { keys$: keys(4), presses$: presses(4), responses$: answers(1) };
    expect(play(script)).toHaveLength(1);
  });

  it('signals once a run, and anew in the next', () => {
    const second = at(4).map((time) => makeKey({ time: time + 8000 }));
    expect(play({ keys$: [...keys(9), ...second] })).toHaveLength(2);
  });

  describe('stays silent', () => {
    it('on three strokes, and on four that are slow', () => {
      expect(play({ keys$: keys(3) })).toEqual([]);
      expect(play({ keys$: keys(8, {}, 600) })).toEqual([]);
    });

    it('when every stroke was answered', () => {
      const script = { keys$: keys(8), presses$: presses(8), responses$: answers(8) };
      expect(play(script)).toEqual([]);
    });

    it('on strokes on several controls', () => {
      const keys$ = keys(8).map((key, i) =>
        makeKey({ ...key, target: { path: `main>button:${(i % 2) + 1}` } }),
      );
      expect(play({ keys$ })).toEqual([]);
    });

    it('on presses of the mouse', () => {
      expect(play({ presses$: at(8).map((time) => makePress({ time })) })).toEqual([]);
    });

    it('on a control whose place may not be told', () => {
      expect(play({ keys$: keys(6, { path: '' }) })).toEqual([]);
    });

    const QUICK: readonly ControlKind[] = [
      ...(['field', 'slider', 'select', 'stepper', 'pager', 'media', 'surface', 'none'] as const),
    ];
    it.each(QUICK)('on a %s, which is pressed quickly by nature', (control) => {
      expect(play({ keys$: keys(8, { control }) })).toEqual([]);
    });
  });
});
