import { describe, expect, it } from 'vitest';
import { formStruggle } from '../../src/detectors/formStruggle.js';
import type { FieldEvent, Target } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makeFieldEvent } from '../fixtures/makeFieldEvent.js';
import { playDetector } from '../fixtures/playDetector.js';
import type { Script } from '../fixtures/playPage.js';

type Kind = FieldEvent['kind'];

const at = (time: number, kind: Kind, target: Partial<Target> = {}) =>
  makeFieldEvent({ time, kind, target });
/** One visit of a second. */
const visit = (time: number, kinds: readonly Kind[] = [], target: Partial<Target> = {}) =>
  (['focus', ...kinds, 'left'] as const).map((kind, i) =>
    at(kind === 'left' ? time + 1000 : time + i, kind, target),
  );
const many = (kind: Kind, n: number, from = 0) =>
  Array.from({ length: n }, (_, i) => at(from + i * 100, kind));
const FORM = { path: 'main>form', control: 'none' } as const;

const play = (fields$: readonly FieldEvent[], script: Script = {}) =>
  playDetector(formStruggle(), { fields$, ...script });

describe('formStruggle', () => {
  itIsADetector(() => formStruggle(), {
    signals: { fields$: [at(0, 'refused', FORM), at(8000, 'refused', FORM)] },
  });

  it('signals when a form is refused a second time', () => {
    expect(play([at(0, 'refused', FORM), at(8000, 'refused', FORM)])).toEqual([
      {
        detector: 'formStruggle',
        time: 8000,
        target: 'main>form',
        strength: 0.7,
        evidence: { refused: 2 },
      },
    ]);
  });

  it('counts attempts that follow quickly, 1 s apart', () => {
    // 0 and 1 000 ms; those of 600 ms and 1 200 ms belong to them.
    const fields$ = [0, 600, 1000, 1200].map((time) => at(time, 'refused', FORM));
    expect(play(fields$).map(({ time }) => time)).toEqual([1000]);
  });

  it('signals when a field is refused a second time', () => {
    expect(play([at(0, 'invalid'), at(60_000, 'invalid')])).toEqual([
      expect.objectContaining({ time: 60_000, strength: 0.7, evidence: { invalid: 2 } }),
    ]);
  });

  it('signals when a field is gone back to a third time', () => {
    const fields$ = [0, 5000, 10_000, 15_000].flatMap((time) => visit(time));
    expect(play(fields$)).toEqual([
      expect.objectContaining({ time: 15_000, strength: 0.3, evidence: { returns: 3 } }),
    ]);
  });

  it('signals when a field is edited a second time after it was left', () => {
    const fields$ = [0, 5000, 10_000].flatMap((time) => visit(time, ['edit', 'edit']));
    expect(play(fields$)).toEqual([
      expect.objectContaining({ time: 10_001, strength: 0.3, evidence: { reEdits: 2 } }),
    ]);
  });

  it('signals when at least half of eight keystrokes delete', () => {
    expect(play([...many('edit', 4), ...many('deletion', 4, 1000)])).toEqual([
      expect.objectContaining({ time: 1300, strength: 0.3, evidence: { deletions: 4 } }),
    ]);
  });

  it('signals when a field is emptied and pasted into', () => {
    expect(play([at(0, 'cleared'), at(3000, 'paste')])).toEqual([
      expect.objectContaining({ time: 3000, strength: 0.3, evidence: { pastes: 1 } }),
    ]);
  });

  it('signals once a form and cause until 30 s have passed, then the stronger', () => {
    // At 39 s, the last 30 s hold the refusals of 10, 20, 30 and 39 s: two more than the least.
    const fields$ = [0, 5000, 10_000, 20_000, 30_000, 39_000].map((time) =>
      at(time, 'refused', FORM),
    );
    const signals = play(fields$);
    expect(signals.map(({ time }) => time)).toEqual([5000, 39_000]);
    expect(signals[1]!.strength).toBeCloseTo(0.7 + 2 * 0.15);
  });

  it('tells one cause from another', () => {
    const fields$ = [
      at(0, 'invalid'),
      at(0, 'refused', FORM),
      at(5000, 'invalid'),
      at(5000, 'refused', FORM),
    ];
    expect(play(fields$).map(({ evidence }) => evidence)).toEqual([{ invalid: 2 }, { refused: 2 }]);
  });

  it('counts each field by itself', () => {
    expect(play([at(0, 'invalid'), at(5000, 'invalid', { path: 'main>form>input:2' })])).toEqual(
      [],
    );
  });

  describe('stays silent', () => {
    it('when a form is refused once, whatever tells of it', () => {
      const fields$ = [0, 5, 900].flatMap((time) => [
        at(time, 'invalid'),
        at(time, 'refused', FORM),
      ]);
      expect(play(fields$)).toEqual([]);
    });

    it('when the second refusal comes more than 30 s later', () => {
      expect(play([at(0, 'refused', FORM), at(30_000, 'refused', FORM)])).toEqual([]);
    });

    it('when somebody fills in a form field by field, and mends a slip', () => {
      const fields$ = ['1', '2', '3', '4', '5'].flatMap((n, i) => [
        ...visit(i * 4000, ['edit', 'edit', 'edit', 'deletion', 'edit', 'edit'], {
          path: `main>form>input:${n}`,
        }),
      ]);
      const mended = visit(30_000, ['deletion', 'edit'], { path: 'main>form>input:2' });
      expect(play([...fields$, ...mended, at(35_000, 'submit', FORM)])).toEqual([]);
    });

    it('when a keyboard user passes through a field', () => {
      const fields$ = Array.from({ length: 6 }, (_, i) => [
        at(i * 2000, 'focus'),
        at(i * 2000 + 200, 'left'),
      ]).flat();
      expect(play(fields$)).toEqual([]);
    });

    it('when the window takes the focus along, and the text goes on', () => {
      const fields$ = [0, 5000, 10_000, 15_000].flatMap((time) => visit(time, ['edit']));
      const lifecycle$ = [1005, 6005, 11_005, 16_005].map((time) => ({
        time,
        kind: 'blur' as const,
      }));
      expect(play(fields$, { lifecycle$ })).toEqual([]);
    });

    it('when fewer than half of the keystrokes delete', () => {
      expect(
        play([...many('edit', 5), ...many('deletion', 4, 1000), ...many('edit', 20, 2000)]),
      ).toEqual([]);
    });

    it('when a few keystrokes delete', () => {
      expect(play([...many('edit', 3), ...many('deletion', 4, 1000)])).toEqual([]);
    });

    it('when something is pasted into an empty field', () => {
      expect(play([at(0, 'focus'), at(10, 'paste')])).toEqual([]);
    });

    it('on a search field, which is refined by nature', () => {
      const fields$ = [0, 5000, 10_000, 15_000, 20_000].flatMap((time) => [
        ...visit(time, ['cleared', 'edit', 'deletion', 'edit']),
        makeFieldEvent({ time: time + 900, kind: 'search', query: time }),
      ]);
      expect(play(fields$)).toEqual([]);
    });

    it.each(['slider', 'select', 'toggle'] as const)('on edits of a %s', (control) => {
      const fields$ = [0, 5000, 10_000, 15_000].flatMap((time) =>
        visit(time, ['edit'], { control }),
      );
      expect(play(fields$)).toEqual([]);
    });

    it('on fields that cannot be told apart', () => {
      expect(play([at(0, 'invalid', { path: '' }), at(5000, 'invalid', { path: '' })])).toEqual([]);
    });
  });
});
