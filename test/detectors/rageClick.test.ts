import { describe, expect, it } from 'vitest';
import { rageClick } from '../../src/detectors/index.js';
import type { ControlKind, Press, PressResponse, ResponseKind, Target } from '../../src/types.js';
import { itIsADetector } from '../contracts/detector.js';
import { makePageError } from '../fixtures/makePageError.js';
import { makePress } from '../fixtures/makePress.js';
import { playDetector } from '../fixtures/playDetector.js';
import { playPage, type Script } from '../fixtures/playPage.js';

/** Presses at these times, numbered from 1. */
const pressesAt = (
  times: readonly number[],
  press: Partial<Press> | { target: Partial<Target> } = {},
) => times.map((time, i) => makePress({ ...press, time, id: i + 1 }));
const answers = (times: Record<number, number>, kind: ResponseKind = 'mutation'): PressResponse[] =>
  Object.entries(times).map(([press, time]) => ({ press: Number(press), time, kind }));
const play = (script: Script) => playDetector(rageClick(), script);
const timesOf = (script: Script) => play(script).map(({ time }) => time);

describe('rageClick', () => {
  itIsADetector(() => rageClick(), { signals: { presses$: pressesAt([0, 200, 400, 600]) } });

  it('signals on the fourth quick press, at once', () => {
    const script = { presses$: pressesAt([100, 300, 500, 700]) };
    expect(playPage(script, (page) => rageClick().detect(page))).toEqual([
      {
        at: 700,
        value: {
          detector: 'rageClick',
          time: 700,
          target: 'main>button',
          strength: 0.9,
          evidence: { presses: 4, spanMs: 600 },
        },
      },
    ]);
  });

  it('signals once a run, however long it is', () => {
    expect(
      timesOf({ presses$: pressesAt([0, 200, 400, 600, 800, 1700, 1800, 1900, 2000]) }),
    ).toEqual([600]);
  });

  it('signals again after 1 s of quiet', () => {
    const presses$ = pressesAt([10, 20, 30, 40, 50, 60, 1120, 1121, 1122, 1123]);
    expect(timesOf({ presses$ })).toEqual([40, 1123]);
  });

  it('signals although each press sends the form off, of which nothing is seen', () => {
    const responses$ = answers({ 1: 10, 2: 210, 3: 410, 4: 610 }, 'sent');
    expect(timesOf({ presses$: pressesAt([0, 200, 400, 600]), responses$ })).toEqual([600]);
  });

  it('looks at the last four presses of a longer run', () => {
    // The first is too early for the others: 1 050 to 1 200 make the four.
    expect(timesOf({ presses$: pressesAt([100, 1050, 1100, 1150, 1200]) })).toEqual([1200]);
  });

  it.each([
    ['1 000 ms', [0, 300, 600, 1000], 1],
    ['more than 1 000 ms', [0, 300, 600, 1001], 0],
  ])('in a window of %s', (_, times, count) => {
    expect(timesOf({ presses$: pressesAt(times) })).toHaveLength(count);
  });

  it.each([
    [50, 1],
    [51, 0],
  ])('in a box of %i px', (side, count) => {
    const presses$ = [0, side, 10, 20].map((dx, i) => makePress({ time: 100 * i, x: 200 + dx }));
    expect(timesOf({ presses$ })).toHaveLength(count);
  });

  it('counts negative and zero coordinates like any other', () => {
    const presses$ = [-5, 0, 5, 0].map((x, i) => makePress({ time: 100 * i, x, y: -x }));
    expect(timesOf({ presses$ })).toEqual([300]);
  });

  it('does not add up presses of two controls in turn', () => {
    const presses$ = Array.from({ length: 8 }, (_, i) =>
      makePress({ time: 50 * i, target: { path: i % 2 ? 'main>a' : 'main>button' } }),
    );
    expect(timesOf({ presses$ })).toEqual([]);
  });

  it.each(['mouse', 'touch', 'pen', 'assistive'] as const)('counts presses by %s', (pointer) => {
    expect(timesOf({ presses$: pressesAt([0, 100, 200, 300], { pointer }) })).toEqual([300]);
  });

  it('leaves keys to others', () => {
    expect(timesOf({ presses$: pressesAt([0, 100, 200, 300], { pointer: 'keyboard' }) })).toEqual(
      [],
    );
  });

  it('leaves presses with a modifier key alone', () => {
    expect(timesOf({ presses$: pressesAt([0, 100, 200, 300], { modified: true }) })).toEqual([]);
  });

  describe('where no control is pressed', () => {
    const nowhere = { control: 'none' } as const;
    const pressesAtX = (xs: readonly number[]) =>
      xs.map((x, i) =>
        makePress({ time: 100 * i, x, target: { ...nowhere, path: `main>p:${i}` } }),
      );

    it('counts presses in one place, and is less sure', () => {
      const signals = play({ presses$: pressesAtX([100, 130, 110, 120]) });
      expect(signals.map(({ strength }) => strength)).toEqual([0.6]);
    });

    it('counts no farther than 30 px', () => {
      expect(play({ presses$: pressesAtX([100, 120, 140, 120]) })).toEqual([]);
    });

    it('does not add up presses beside a control and on it', () => {
      const presses$ = [...pressesAtX([100, 100, 100]), makePress({ time: 300 })];
      expect(play({ presses$ })).toEqual([]);
    });

    describe.each(['mouse', 'touch'] as const)('beside a control, with a %s', (pointer) => {
      const pressesAtX = (xs: readonly number[]) =>
        xs.map((x, i) => {
          const target: Partial<Target> = x > 120 ? { ...nowhere, path: 'main' } : {};
          return makePress({ time: 150 * i, x, pointer, target });
        });

      it('does not end the run on it, and is not counted', () => {
        expect(timesOf({ presses$: pressesAtX([100, 110, 130, 115, 105]) })).toEqual([600]);
        expect(timesOf({ presses$: pressesAtX([100, 110, 130, 115, 130]) })).toEqual([]);
      });

      it('goes elsewhere when it is farther off than 50 px', () => {
        expect(timesOf({ presses$: pressesAtX([100, 110, 190, 115, 105]) })).toEqual([]);
      });

      it('is none when the control slipped away, until a second later', () => {
        expect(timesOf({ presses$: pressesAtX([100, 125, 125, 125, 125, 125]) })).toEqual([]);
        const long = pressesAtX([100, ...Array.from({ length: 10 }, () => 125)]);
        expect(timesOf({ presses$: long })).toEqual([1500]);
      });
    });

    it('does not take a miss beside a counter for a press of it', () => {
      const counted = [0, 150, 300, 450].map((time) =>
        makePress({ time, pointer: 'touch', target: { control: 'stepper' } }),
      );
      const miss = makePress({ time: 600, pointer: 'touch', target: nowhere });
      expect(timesOf({ presses$: [...counted, miss] })).toEqual([]);
    });

    it('takes controls that may not be known for places too', () => {
      const presses$ = [100, 140, 180, 220].map((x, i) =>
        makePress({ time: 100 * i, x, target: { path: '' } }),
      );
      expect(play({ presses$ })).toEqual([]);
    });
  });

  describe('on a control that was in trouble', () => {
    it('signals on the third press after it was found dead, and is sure', () => {
      const presses$ = pressesAt([0, 5000, 5200, 5400]);
      expect(play({ presses$ })).toEqual([
        expect.objectContaining({ time: 5400, strength: 1, evidence: { presses: 3, spanMs: 400 } }),
      ]);
    });

    it('signals on the third press of a run in which it fails', () => {
      const errors$ = [20, 220].map((time) => makePageError({ time }));
      expect(timesOf({ presses$: pressesAt([0, 200, 400]), errors$ })).toEqual([400]);
    });

    it('needs four presses on another control', () => {
      const presses$ = [
        makePress({ target: { path: 'main>a' } }),
        ...pressesAt([5000, 5200, 5400]),
      ];
      expect(timesOf({ presses$ })).toEqual([]);
    });

    it('forgets after two minutes', () => {
      expect(timesOf({ presses$: pressesAt([0, 122_501, 122_601, 122_701]) })).toEqual([]);
    });

    it('is not told by an error long after the press', () => {
      const errors$ = [makePageError({ time: 2001 })];
      const responses$ = answers({ 1: 100 });
      const presses$ = pressesAt([0, 5000, 5200, 5400]);
      expect(timesOf({ presses$, errors$, responses$ })).toEqual([]);
    });
  });

  describe.each<ControlKind>(['stepper', 'pager'])('on a %s', (control) => {
    const target = { control };
    const SEVEN = [0, 200, 400, 600, 800, 1000, 1200];

    it('signals when a second of pressing has moved nothing', () => {
      expect(timesOf({ presses$: pressesAt(SEVEN, { target }) })).toEqual([1000]);
    });

    it('signals on the third press when it moved nothing before', () => {
      const presses$ = pressesAt([0, 5000, 5200, 5400], { target });
      expect(timesOf({ presses$ })).toEqual([5400]);
    });

    it('is silent when it moved and came to its end', () => {
      const responses$ = answers({ 1: 20, 2: 220 });
      expect(timesOf({ presses$: pressesAt(SEVEN, { target }), responses$ })).toEqual([]);
    });
  });

  describe('stays silent', () => {
    it.each<ControlKind>(['field', 'slider', 'select', 'stepper', 'pager', 'media', 'surface'])(
      'on what is pressed quickly by nature: %s',
      (control) => {
        expect(
          timesOf({ presses$: pressesAt([0, 100, 200, 300, 400], { target: { control } }) }),
        ).toEqual([]);
      },
    );

    it.each<ResponseKind>(['selection', 'drag'])('when a press led to a %s', (kind) => {
      const presses$ = pressesAt([0, 100, 200, 300], { target: { control: 'none' } });
      expect(timesOf({ presses$, responses$: answers({ 2: 120 }, kind) })).toEqual([]);
    });

    it.each<ResponseKind>(['property', 'form', 'mutation'])(
      'on a toggle that changes each time, by %s',
      (kind) => {
        const presses$ = pressesAt([0, 200, 400, 600, 800], { target: { control: 'toggle' } });
        const responses$ = answers({ 1: 80, 2: 280, 3: 480, 4: 680, 5: 880 }, kind);
        expect(timesOf({ presses$, responses$ })).toEqual([]);
      },
    );

    it('on a counter that answers each press', () => {
      const responses$ = answers({ 1: 10, 2: 160, 3: 310, 4: 460, 5: 610, 6: 760 });
      expect(timesOf({ presses$: pressesAt([0, 150, 300, 450, 600, 750]), responses$ })).toEqual(
        [],
      );
    });

    it('on a counter whose answers take longer than the next press', () => {
      // Each answer takes 250 ms: at the press of 450 ms, those of 300 ms and later are under way.
      const responses$ = answers({ 1: 250, 2: 400, 3: 550, 4: 700 });
      expect(timesOf({ presses$: pressesAt([0, 150, 300, 450]), responses$ })).toEqual([]);
    });

    it('on a counter while something else on the page fails once', () => {
      const responses$ = answers({ 1: 10, 2: 160, 3: 310, 4: 460, 5: 610 });
      const errors$ = [makePageError({ time: 200 })];
      expect(
        timesOf({ presses$: pressesAt([0, 150, 300, 450, 600]), responses$, errors$ }),
      ).toEqual([]);
    });
  });

  describe('is not taken in', () => {
    it.each<ResponseKind>(['focus', 'window', 'resource'])(
      'by answers that get nobody on: %s',
      (kind) => {
        const responses$ = answers({ 1: 10, 2: 110, 3: 210 }, kind);
        expect(timesOf({ presses$: pressesAt([0, 100, 200, 300]), responses$ })).toEqual([300]);
      },
    );

    it('by one answer for many presses', () => {
      // "Please wait" after 80 ms, then nothing.
      const responses$ = answers({ 1: 80 });
      expect(timesOf({ presses$: pressesAt([0, 200, 400, 600]), responses$ })).toEqual([600]);
    });

    it('by a button that draws itself anew and fails each time', () => {
      const responses$ = answers({ 1: 10, 2: 210, 3: 410 });
      const errors$ = [20, 220].map((time) => makePageError({ time }));
      expect(timesOf({ presses$: pressesAt([0, 200, 400]), responses$, errors$ })).toEqual([400]);
    });

    it('by a switch that is back where it was before each next press', () => {
      const presses$ = pressesAt([0, 200, 400, 600], { target: { control: 'toggle' } });
      const responses$ = [
        ...answers({ 1: 80, 2: 280, 3: 480 }, 'property'),
        ...answers({ 1: 190, 2: 390, 3: 590 }, 'undone'),
      ];
      expect(timesOf({ presses$, responses$ })).toEqual([600]);
    });

    it('by a counter that stops in the middle', () => {
      // Answered up to the third; from the press of 800 ms on, one of the last four was not.
      const responses$ = answers({ 1: 10, 2: 210, 3: 410 });
      expect(timesOf({ presses$: pressesAt([0, 200, 400, 600, 800]), responses$ })).toEqual([800]);
    });
  });

  it('takes its thresholds as options', () => {
    const detector = rageClick({ minPresses: 2, windowMs: 100, boxPx: 5 });
    const presses$ = [makePress(), makePress({ time: 90, x: 105 })];
    expect(playDetector(detector, { presses$ })).toHaveLength(1);
    expect(
      playDetector(detector, { presses$: [makePress(), makePress({ time: 90, x: 106 })] }),
    ).toEqual([]);
  });
});
