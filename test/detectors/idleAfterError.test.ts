import { describe, expect, it } from 'vitest';
import { idleAfterError } from '../../src/detectors/idleAfterError.js';
import { itIsADetector } from '../contracts/detector.js';
import { makeFieldEvent } from '../fixtures/makeFieldEvent.js';
import { makePageError } from '../fixtures/makePageError.js';
import { makePress } from '../fixtures/makePress.js';
import { makeScroll } from '../fixtures/makeScroll.js';
import { playDetector } from '../fixtures/playDetector.js';
import { playPage, type Script } from '../fixtures/playPage.js';

/** A press that is answered and fails. */
const FAILING: Script = {
  presses$: [makePress({ id: 1, time: 100 })],
  responses$: [{ press: 1, time: 110, kind: 'mutation' }],
  errors$: [makePageError({ time: 200 })],
};
const play = (script: Script) => playDetector(idleAfterError(), script);
const timesOf = (script: Script) => play(script).map(({ time }) => time);

describe('idleAfterError', () => {
  itIsADetector(() => idleAfterError(), { signals: FAILING });

  it('signals after 15 s without any input after an error', () => {
    expect(playPage(FAILING, (page) => idleAfterError().detect(page))).toEqual([
      {
        at: 15_200,
        value: {
          detector: 'idleAfterError',
          time: 15_200,
          target: 'main>button',
          strength: 0.9,
          evidence: { idleMs: 15_000 },
        },
      },
    ]);
  });

  it('signals after a dead press, less sure', () => {
    // Dead at 2 600, idle until 17 600.
    expect(play({ presses$: [makePress({ time: 100 })] })).toEqual([
      expect.objectContaining({ time: 17_600, strength: 0.7 }),
    ]);
  });

  it('is less sure after a lesser error', () => {
    const errors$ = [makePageError({ time: 200, strength: 0.5 })];
    expect(play({ ...FAILING, errors$ }).map(({ strength }) => strength)).toEqual([0.7]);
  });

  it('waits anew after the next error', () => {
    const errors$ = [200, 5000].map((time) => makePageError({ time }));
    expect(timesOf({ ...FAILING, errors$ })).toEqual([20_000]);
  });

  it('takes an error soon after a key for one of the visitor’s doing', () => {
    const keys$ = [{ time: 100, kind: 'enter', inField: true }] as const;
    expect(timesOf({ keys$, errors$: [makePageError({ time: 9000 })] })).toEqual([24_000]);
  });

  describe('stays silent', () => {
    it.each<[string, Script]>([
      [
        'a press',
        {
          presses$: [...FAILING.presses$!, makePress({ id: 2, time: 9000 })],
          responses$: [...FAILING.responses$!, { press: 2, time: 9010, kind: 'mutation' }],
        },
      ],
      ['a key', { keys$: [{ time: 9000, kind: 'navigation', inField: false }] }],
      ['an edit', { fields$: [makeFieldEvent({ time: 9000 })] }],
      ['a scroll', { scroll$: [makeScroll({ time: 9000 })] }],
      ['a change of route', { routes$: [{ time: 9000, path: '/help', kind: 'push' }] }],
      ['a look at another tab', { lifecycle$: [{ time: 9000, kind: 'hidden' }] }],
    ])('after %s', (_, script) => {
      expect(timesOf({ ...FAILING, ...script })).toEqual([]);
    });

    it('when the page fails while somebody reads', () => {
      const errors$ = [20_000, 60_000].map((time) => makePageError({ time }));
      expect(timesOf({ scroll$: [makeScroll({ time: 19_000 })], errors$ })).toEqual([]);
    });

    it('when an error comes long after the last press', () => {
      expect(timesOf({ ...FAILING, errors$: [makePageError({ time: 10_101 })] })).toEqual([]);
    });

    it('when an error comes while the page is hidden', () => {
      const lifecycle$ = [{ time: 150, kind: 'hidden' }] as const;
      expect(timesOf({ ...FAILING, lifecycle$ })).toEqual([]);
    });

    it('where marks say that a control does nothing by design', () => {
      expect(timesOf({ presses$: [makePress({ target: { ignored: ['deadClick'] } })] })).toEqual(
        [],
      );
    });
  });

  describe('is not ended', () => {
    it('by the jump to the refused field', () => {
      const script: Script = {
        scroll$: [makeScroll({ time: 900 })],
        fields$: (['invalid', 'refused', 'focus'] as const).map((kind) =>
          makeFieldEvent({ time: 210, kind }),
        ),
      };
      expect(timesOf({ ...FAILING, ...script })).toEqual([15_200]);
    });

    it('by another window in front', () => {
      expect(timesOf({ ...FAILING, lifecycle$: [{ time: 9000, kind: 'blur' }] })).toEqual([15_200]);
    });
  });
});
