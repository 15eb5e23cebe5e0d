import { describe, expect, it } from 'vitest';
import { formAbandon } from '../../src/detectors/formAbandon.js';
import type { FieldEvent, Milliseconds, Route, Target } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makeFieldEvent } from '../fixtures/makeFieldEvent.js';
import { makePress } from '../fixtures/makePress.js';
import { makeRoute } from '../fixtures/makeRoute.js';
import { makeScroll } from '../fixtures/makeScroll.js';
import { playDetector } from '../fixtures/playDetector.js';
import type { Script } from '../fixtures/playPage.js';

const FORM = { path: 'main>form', control: 'none' } as const;
const event = (time: Milliseconds, kind: FieldEvent['kind'], target: Partial<Target> = {}) =>
  makeFieldEvent({ time, kind, target });
const fill = (time: Milliseconds, n: number, target: Partial<Target> = {}) =>
  (['focus', 'edit', 'edit', 'left'] as const).map((kind, i) =>
    event(time + i * 500, kind, { path: `main>form>input:${n}`, ...target }),
  );
const TWO = [...fill(0, 1), ...fill(3000, 2)];
const way = (time: Milliseconds, kind: Route['kind'] = 'push'): Route[] => [
  makeRoute({ path: '/signup', kind: 'load' }),
  makeRoute({ time, path: '/', kind }),
];
const play = (script: Script) => playDetector(formAbandon(), script);

describe('formAbandon', () => {
  itIsADetector(() => formAbandon(), { signals: { fields$: TWO, routes$: way(20_000) } });

  it('signals when the visitor goes elsewhere', () => {
    expect(play({ fields$: TWO, routes$: way(20_000) })).toEqual([
      {
        detector: 'formAbandon',
        time: 20_000,
        target: 'main>form>input:2',
        strength: 0.5,
        evidence: { fields: 2 },
      },
    ]);
  });

  it('signals when the page is left', () => {
    expect(play({ fields$: TWO, lifecycle$: [{ time: 20_000, kind: 'left' }] })).toHaveLength(1);
  });

  it('is surer after a refusal', () => {
    const fields$ = [...TWO, event(6000, 'submit', FORM), event(6100, 'refused', FORM)];
    const [signal] = play({ fields$, routes$: way(20_000) });
    expect(signal).toMatchObject({ time: 20_000, strength: 0.8 });
  });

  it('signals when nothing happens for 30 s after a refusal, once', () => {
    const fields$ = [...TWO, event(6000, 'invalid', { path: 'main>form>input:2' })];
    const scroll$ = [makeScroll({ time: 10_000 })];
    const times = play({ fields$, scroll$, routes$: way(90_000) }).map(({ time }) => time);
    expect(times).toEqual([40_000]);
  });

  it('counts fields that may not be told by the visits to them', () => {
    const masked = [...fill(0, 1, { path: '' }), ...fill(3000, 2, { path: '' })];
    expect(play({ fields$: masked, routes$: way(20_000) })).toHaveLength(1);
  });

  it('signals on going back, also right after a button', () => {
    const presses$ = [makePress({ time: 18_000 })];
    expect(play({ fields$: TWO, presses$, routes$: way(20_000, 'traverse') })).toHaveLength(1);
  });

  describe('stays silent', () => {
    it('when the form was sent off', () => {
      expect(play({ fields$: [...TWO, event(6000, 'submit', FORM)], routes$: way(7000) })).toEqual(
        [],
      );
    });

    it('when it was sent off and was changed again in one field only of one', () => {
      const fields$ = [...fill(0, 1), event(6000, 'submit', FORM), ...fill(8000, 1)];
      expect(play({ fields$, routes$: way(20_000) })).toEqual([]);
    });

    it('when a button inside it was pressed, which tells of no submit', () => {
      const presses$ = [makePress({ time: 6000, target: { path: 'main>form>div>button' } })];
      expect(play({ fields$: TWO, presses$, routes$: way(60_000) })).toEqual([]);
    });

    it('when a button outside of it leads on', () => {
      const presses$ = [makePress({ time: 19_000, target: { path: 'footer>button' } })];
      expect(play({ fields$: TWO, presses$, routes$: way(20_000) })).toEqual([]);
    });

    it('while a long form is filled in slowly', () => {
      const fields$ = Array.from({ length: 12 }, (_, i) => fill(i * 40_000, i)).flat();
      expect(play({ fields$ })).toEqual([]);
    });

    it('when one field was touched', () => {
      expect(play({ fields$: [...fill(0, 1), ...fill(3000, 1)], routes$: way(20_000) })).toEqual(
        [],
      );
    });

    it.each(['toggle', 'select', 'slider'] as const)('on filters: a %s is no text', (control) => {
      const fields$ = [1, 2, 3].flatMap((n) => fill(n * 3000, n, { control }));
      expect(play({ fields$, routes$: way(20_000) })).toEqual([]);
    });

    it('on a search', () => {
      const fields$ = [...TWO, makeFieldEvent({ time: 6000, kind: 'search', query: 1 })];
      expect(play({ fields$, routes$: way(20_000) })).toEqual([]);
    });

    it('on fields outside of any form', () => {
      const fields$ = TWO.map((each) => ({ ...each, form: '' }));
      expect(play({ fields$, routes$: way(20_000) })).toEqual([]);
    });

    it('on a tab of the page, and when the page is hidden after a refusal', () => {
      expect(play({ fields$: TWO, routes$: way(20_000, 'tab') })).toEqual([]);
      const fields$ = [...TWO, event(6000, 'invalid')];
      expect(play({ fields$, lifecycle$: [{ time: 9000, kind: 'hidden' }] })).toEqual([]);
    });
  });
});
