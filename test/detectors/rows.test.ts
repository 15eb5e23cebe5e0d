import { describe, expect, it } from 'vitest';
import { deadClick, errorClick, rageClick } from '../../src/detectors/index.js';
import { slowResponse } from '../../src/detectors/slowResponse.js';
import type { Detector, Lifecycle, PageError, Press, PressResponse } from '../../src/types.js';
import { makePageError } from '../fixtures/makePageError.js';
import { makePress } from '../fixtures/makePress.js';
import { playDetector } from '../fixtures/playDetector.js';
import type { Script } from '../fixtures/playPage.js';

/*
 * What peers test of their detectors, in our words, with what ours make of it. Ids: `R` rage, `D`
 * dead, `E` error. Where a peer expects something else, a comment says why we don't. What needs a
 * page is in `test/browser/rows*.test.ts`.
 */

type At = number | readonly [time: number, x: number, y?: number];

/** Presses of one control; each at a time, or at a time and a place. */
const presses = (...at: readonly At[]): Press[] =>
  at.map((each, i) => {
    const [time, x = 100, y = x] = typeof each === 'number' ? [each] : each;
    return makePress({ id: i + 1, time, x, y });
  });
const onControl = (path: string, times: readonly number[], firstId = 1): Press[] =>
  times.map((time, i) => makePress({ id: firstId + i, time, target: { path } }));
const answer = (press: number, time: number, kind: PressResponse['kind'] = 'mutation') => ({
  press,
  time,
  kind,
});
const lifecycle = (time: number, kind: Lifecycle['kind']): Lifecycle => ({ time, kind });
const error = (time: number): PageError => makePageError({ time });
const timesOf = (detector: Detector, script: Script) =>
  playDetector(detector, script).map(({ time }) => time);

/** The same gap between each two. */
const every = (gapMs: number, n: number, from = 0) =>
  Array.from({ length: n }, (_, i) => from + i * gapMs);

describe('rageClick', () => {
  it.each<[name: string, script: Script, times: readonly number[]]>([
    // PostHog and Datadog signal on the third press, as we did before false alarms moved everybody to 4.
    [
      'R01: once a run, on the press that decides',
      { presses$: presses([10, 0], [20, 10], [40, 5], [50, 5]) },
      [50],
    ],
    [
      'R02: twice, with 1 s of rest between',
      { presses$: presses(...every(20, 6, 10), 1120, 1121, 1122, 1123) },
      [70, 1123],
    ],
    // PostHog counts anew after a jump of 31 px; ours is the same control, and the same run.
    [
      'R03: once, though the presses jump on the control',
      { presses$: presses(...every(20, 6), [120, 131], [130, 131], [140, 131]) },
      [60],
    ],
    ['R04: none far apart in time', { presses$: presses(10, 20, 4000) }, []],
    [
      'R05: none too far apart in space',
      { presses$: presses([0, 0], [10, 10], [20, 61, 10], [30, 10]) },
      [],
    ],
    ['R25: 1 000 ms of rest end a run', { presses$: presses(0, 1000, 1100, 1200) }, []],
    [
      'R26: another target ends a run',
      { presses$: [...onControl('html', [0, 100]), ...onControl('body', [200, 300], 3)] },
      [],
    ],
    [
      'R27: 101 px apart',
      { presses$: presses([0, 100], [100, 100, 201], [200, 100], [300, 100]) },
      [],
    ],
    // Datadog lets a run go on as long as each gap is under 1 s; ours counts what lies within 1 s.
    ['R28: none slower than 4 a second', { presses$: presses(0, 999, 1998, 2997) }, []],
    // PostHog keeps old settings working where a list of exceptions came later; ours are no option.
    [
      'R21: none on a stepper, whatever is set',
      { presses$: every(50, 4).map((time) => makePress({ time, target: { control: 'stepper' } })) },
      [],
    ],
    [
      'R50: none where it is switched off',
      {
        presses$: every(50, 4).map((time) =>
          makePress({ time, target: { ignored: ['rageClick'] } }),
        ),
      },
      [],
    ],
    ['R30: all at one time', { presses$: presses(5, 5, 5, 5) }, [5]],
    [
      'R31: none where a press selected text',
      { presses$: presses(0, 100, 200, 300), responses$: [answer(2, 110, 'selection')] },
      [],
    ],
    // Datadog lets one scroll excuse all; ours asks that each press got the visitor on.
    [
      'R32: one scroll of four excuses nothing',
      { presses$: presses(0, 100, 200, 300), responses$: [answer(2, 110, 'scroll')] },
      [300],
    ],
    [
      'R41: none where each press scrolled',
      {
        presses$: presses(0, 100, 200, 300),
        responses$: [1, 2, 3].map((n) => answer(n, 100 * n - 90, 'scroll')),
      },
      [],
    ],
    ['R33, R48: none with three', { presses$: presses(0, 50, 100) }, []],
    ['R34: none with one and two', { presses$: presses(0, 2000, 2100) }, []],
    [
      'R35: one, then four fast ones',
      { presses$: presses(0, 2600, 2700, 2800), responses$: [answer(1, 5, 'focus')] },
      [],
    ],
    ['R35: one dead, then three fast ones', { presses$: presses(0, 2600, 2700, 2800) }, [2800]],
    ['R36: four fast ones, then one', { presses$: presses(0, 100, 200, 300, 2300) }, [300]],
    [
      'R37: on the third that failed, whatever changed',
      {
        presses$: presses(0, 200, 400),
        responses$: [1, 2, 3].map((n) => answer(n, 200 * n - 190)),
        errors$: [error(10), error(210)],
      },
      [400],
    ],
    [
      'R38: with one input event',
      { presses$: presses(0, 100, 200, 300), responses$: [answer(1, 10, 'form')] },
      [300],
    ],
    [
      'R40, R61: none where each press changed something',
      {
        presses$: presses(0, 100, 200, 300),
        responses$: [1, 2, 3].map((n) => answer(n, 100 * n - 90)),
      },
      [],
    ],
    [
      'R43: none where text was selected after the third',
      { presses$: presses(...every(20, 4)), responses$: [answer(3, 45, 'selection')] },
      [],
    ],
    ['R45: the first is too early', { presses$: presses(0, 1050, 1100, 1150, 1200) }, [1200]],
    // Amplitude waits for 1 s of quiet; help has to come sooner.
    ['R46, R58: on the fourth, at once', { presses$: presses(...every(250, 4)) }, [750]],
    ['R47: exactly one', { presses$: presses(0, 800, 850, 900, 950) }, [900]],
    [
      'R49: none in turn on two controls',
      {
        presses$: every(50, 8).map((time, i) =>
          makePress({ time, id: i, target: { path: `b:${i % 2}` } }),
        ),
      },
      [],
    ],
    [
      'R51: on the fourth of the first control',
      { presses$: [...onControl('a', [0, 50, 100, 150]), ...onControl('b', [200], 5)] },
      [150],
    ],
    [
      'R52: none with three and one',
      { presses$: [...onControl('a', [0, 50, 100]), ...onControl('b', [150], 4)] },
      [],
    ],
    // Mixpanel fires and clears, and so twice for eight; ours is one run, however long.
    ['R54: once for eight', { presses$: presses(...every(100, 8)) }, [300]],
    // Mixpanel rejects exactly 30 px and 1 000 ms; ours takes both limits in.
    [
      'R55: exactly 50 px in exactly 1 000 ms',
      { presses$: presses([0, 100], [300, 150], [600, 100], [1000, 100]) },
      [1000],
    ],
    [
      'R56: negative and zero coordinates',
      { presses$: presses([0, -5, 0], [50, 0, 0], [100, 5, -5], [150, 0, 0]) },
      [150],
    ],
    ['R58: none 1 001 ms apart', { presses$: presses(...every(1001, 4)) }, []],
    ['R60: once for many on one point', { presses$: presses(...every(90, 30)) }, [270]],
    [
      'R29: before it is known what becomes of the presses',
      { presses$: presses(0, 100, 200, 300), responses$: [answer(4, 900)] },
      [300],
    ],
    [
      'G21: none for three, by whoever presses everything thrice',
      {
        presses$: presses(0, 90, 180, 2000, 2090, 2180),
        responses$: [1, 2, 3, 4, 5, 6].map((n) =>
          answer(n, [0, 90, 180, 2000, 2090, 2180][n - 1]! + 20),
        ),
      },
      [],
    ],
  ])('%s', (_, script, times) => {
    expect(timesOf(rageClick(), script)).toEqual(times);
  });

  it('R06: with 2 presses as the limit', () => {
    expect(timesOf(rageClick({ minPresses: 2 }), { presses$: presses(0, 100) })).toEqual([100]);
  });
  it('R07: none in a window of 100 ms', () => {
    expect(timesOf(rageClick({ windowMs: 100 }), { presses$: presses(0, 50, 99, 500) })).toEqual(
      [],
    );
  });
  it('R08: none in a box of 5 px', () => {
    const presses$ = presses([0, 0], [10, 6], [20, 6], [30, 6]);
    expect(timesOf(rageClick({ boxPx: 5 }), { presses$ })).toEqual([]);
  });
  it('R09: with no option given', () => {
    expect(
      timesOf(rageClick({}), { presses$: presses([0, 0], [60, 20], [130, 10], [200, 0]) }),
    ).toEqual([200]);
  });
  it('R42: 2 500 presses in one task', () => {
    expect(timesOf(rageClick(), { presses$: presses(...every(0, 2500)) })).toEqual([0]);
  });
});

describe('deadClick', () => {
  it.each<[name: string, script: Script, times: readonly number[]]>([
    // PostHog leaves out the second of 999 ms; each press of ours is judged by itself.
    ['D01, D50: each press by itself', { presses$: presses(1000, 1999, 2000) }, [3500, 4499, 4500]],
    [
      'D08, D39: alive by a scroll',
      { presses$: presses(0), responses$: [answer(1, 99, 'scroll')] },
      [],
    ],
    ['D09, D27: alive by a change', { presses$: presses(0), responses$: [answer(1, 100)] }, []],
    // PostHog takes a selection after 100 ms for late; a script that selects is late rarely, and nobody else does it.
    [
      'D10: alive by a selection',
      { presses$: presses(0), responses$: [answer(1, 100, 'selection')] },
      [],
    ],
    [
      'D11, D16, D17: alive by the window',
      { presses$: presses(0), responses$: [answer(1, 50, 'window')] },
      [],
    ],
    [
      'D13, D18: what happened to the window 1.5 s before excuses nothing',
      { presses$: presses(2000), lifecycle$: [lifecycle(500, 'visible')] },
      [4500],
    ],
    [
      'D14: nor 2 s before',
      { presses$: presses(2000), lifecycle$: [lifecycle(0, 'focus')] },
      [4500],
    ],
    [
      'D15, D34: nobody saw what became of it',
      {
        presses$: presses(1000),
        lifecycle$: [lifecycle(1001, 'hidden'), lifecycle(11_000, 'visible')],
      },
      [],
    ],
    [
      'D35: the page is left',
      { presses$: presses(1000), lifecycle$: [lifecycle(1500, 'left')] },
      [],
    ],
    [
      'D19: a change after 2 501 ms',
      { presses$: presses(0), responses$: [answer(1, 2501)] },
      [2500],
    ],
    [
      'D20: a scroll after 2 501 ms',
      { presses$: presses(0), responses$: [answer(1, 2501, 'scroll')] },
      [2500],
    ],
    ['D21, D22: nothing, once, as soon as it is known', { presses$: presses(0) }, [2500]],
    [
      'D27, D39: alive by an input event',
      { presses$: presses(0), responses$: [answer(1, 30, 'form')] },
      [],
    ],
    [
      'D43: alive by a request',
      { presses$: presses(0), responses$: [answer(1, 30, 'resource')] },
      [],
    ],
    [
      'D67: alive by a navigation',
      { presses$: presses(0), responses$: [answer(1, 30, 'navigation')] },
      [],
    ],
    // New Relic drops the first when a second comes; both were dead.
    [
      'D68, D72: two within the window',
      { presses$: [...onControl('a', [0]), ...onControl('b', [500], 2)] },
      [2500, 3000],
    ],
    ['D67: not with a modifier', { presses$: [makePress({ modified: true })] }, []],
    [
      'D55: not where it leads away',
      { presses$: [makePress({ target: { leadsAway: true } })] },
      [],
    ],
    [
      'D71: not on what is no control',
      { presses$: [makePress({ target: { control: 'none' } })] },
      [],
    ],
    // Known limitation of everybody: what happened before anybody listened.
    [
      'D70, D74: an answer before the press',
      { presses$: presses(200), responses$: [answer(1, 90)] },
      [2700],
    ],
  ])('%s', (_, script, times) => {
    expect(timesOf(deadClick(), script)).toEqual(times);
  });

  it('D65, R10: a detector that is left out finds nothing, and one with a window of its own waits so long', () => {
    expect(timesOf(deadClick({ windowMs: 1000 }), { presses$: presses(0) })).toEqual([1000]);
  });
});

describe('slowResponse', () => {
  it.each<[name: string, script: Script, times: readonly number[]]>([
    ['D53: none after 500 ms', { presses$: presses(0), responses$: [answer(1, 500)] }, []],
    ['D53, D58: after 2 000 ms', { presses$: presses(0), responses$: [answer(1, 2000)] }, [2000]],
    [
      'D53: none after 5 000 ms, which is dead',
      { presses$: presses(0), responses$: [answer(1, 5000)] },
      [],
    ],
    // Sentry calls a scroll after 300 ms slow; by then it is the visitor's own.
    [
      'D54: none for a scroll',
      { presses$: presses(0), responses$: [answer(1, 1300, 'scroll')] },
      [],
    ],
    [
      'D64: four presses that wait for one answer are one slow response',
      {
        presses$: presses(0, 200, 400, 600),
        responses$: [1, 2, 3, 4].map((id) => answer(id, 1700)),
      },
      [1700],
    ],
  ])('%s', (_, script, times) => {
    expect(timesOf(slowResponse(), script)).toEqual(times);
  });
});

describe('errorClick', () => {
  it.each<[name: string, script: Script, times: readonly number[]]>([
    ['E03: an error within 2 000 ms', { presses$: presses(0), errors$: [error(1999)] }, [1999]],
    ['E04: an error without a press', { errors$: [error(100)] }, []],
    ['E04: a press without an error', { presses$: presses(0) }, []],
    ['E06: an error after 2 000 ms', { presses$: presses(0), errors$: [error(2001)] }, []],
    [
      'E07: one for several errors of a press',
      { presses$: presses(0), errors$: [error(10), error(20)] },
      [10],
    ],
    // New Relic and Splunk leave out what is no control; what fails fails.
    [
      'E08: on what is no control',
      { presses$: [makePress({ target: { control: 'none' } })], errors$: [error(10)] },
      [10],
    ],
    [
      'R37: and beside rage',
      { presses$: presses(0, 100), errors$: [error(10), error(110)] },
      [10, 110],
    ],
  ])('%s', (_, script, times) => {
    expect(timesOf(errorClick(), script)).toEqual(times);
  });
});
