import { createPast } from '../../src/features/createPast.js';
import fc from 'fast-check';
import { Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  createFeatureTracker,
  featureNames,
  type FeatureContext,
} from '../../src/features/index.js';
import type { Signal } from '../../src/types.js';
import { anyScript } from '../fixtures/anyScript.js';
import { makeClock } from '../fixtures/makeClock.js';
import { makeFieldEvent } from '../fixtures/makeFieldEvent.js';
import { makeIntent } from '../fixtures/makeIntent.js';
import { makePageError } from '../fixtures/makePageError.js';
import { makePointer } from '../fixtures/makePointer.js';
import { makePress } from '../fixtures/makePress.js';
import { makeScroll } from '../fixtures/makeScroll.js';
import { makeSignal } from '../fixtures/makeSignal.js';
import { makeStreams } from '../fixtures/makeStreams.js';

const CONTEXT: FeatureContext = {
  intent: makeIntent(),
  pastRisk: 0,
  promptsShown: 0,
  lastAnswer: undefined,
  firstVisit: false,
  ...createPast(undefined).of(undefined),
};
const E = Math.E;

function track(context: Partial<FeatureContext> = {}) {
  const page = makeStreams();
  const signals$ = new Subject<Signal>();
  const clock = makeClock();
  const tracker = createFeatureTracker({
    page,
    signals$,
    clock,
    report: (error) => {
      throw error;
    },
    context: () => ({ ...CONTEXT, ...context }),
  });
  const at = (ms: number) => {
    clock.advance(ms - clock.now());
    const x = tracker.vector();
    return (name: string) => x[featureNames.indexOf(name)]!;
  };
  return { page, signals$, clock, tracker, at };
}

describe('createFeatureTracker', () => {
  describe('reads', () => {
    it('how long the task and its step have been open, in log seconds', () => {
      const x = track().at(90_000);
      expect(x('sinceTaskStart')).toBeCloseTo(Math.log(91) / 3);
      expect(x('sinceProgress')).toBeCloseTo(Math.log(61) / 3);
    });

    it('how far the task has come', () => {
      const x = track().at(120_000);
      expect(x('stepShare')).toBe(0.5);
      // Two steps in two minutes.
      expect(x('progressRate')).toBeCloseTo(Math.log(2));
      expect(track({ intent: makeIntent({ step: -1, nSteps: 0 }) }).at(1)('stepShare')).toBe(0);
    });

    it('how long nothing was done, whatever the pointer does', () => {
      const { page, at } = track();
      page.presses$.next(makePress({ time: 10_000 }));
      page.pointer$.next(makePointer({ time: 19_000 }));
      expect(at(20_000)('idle')).toBeCloseTo(Math.log(11) / 3);
    });

    it('how long nothing was done since something went wrong', () => {
      const { page, at } = track();
      page.presses$.next(makePress({ time: 10_000 }));
      page.errors$.next(makePageError({ time: 12_000 }));
      expect(at(20_000)('idleAfterTrouble')).toBeCloseTo(Math.log(9) / 3);
      page.keys$.next({ time: 21_000, kind: 'character', inField: true });
      expect(at(22_000)('idleAfterTrouble')).toBe(0);
    });

    it('nothing of what fails by itself while somebody reads', () => {
      const { page, at } = track();
      page.scroll$.next(makeScroll({ time: 10_000 }));
      page.errors$.next(makePageError({ time: 20_001 }));
      expect(at(30_000)('idleAfterTrouble')).toBe(0);
    });

    it('errors over 30 s and 120 s, by their strength', () => {
      const { page, at } = track();
      page.errors$.next(makePageError({ time: 0 }));
      page.errors$.next(makePageError({ time: 0, kind: 'request', strength: 0.5 }));
      const x = at(30_000);
      expect(x('errors30')).toBeCloseTo(Math.log(1 + 1.5 / E));
      expect(x('errors120')).toBeCloseTo(Math.log(1 + 1.5 * Math.exp(-0.25)));
      expect(x('requestFailures120')).toBeCloseTo(Math.log(1 + 0.5 * Math.exp(-0.25)));
    });

    it('what happens to forms', () => {
      const { page, at } = track();
      const kinds = [
        'refused',
        'paste',
        'paste',
        'search',
        'left',
        'edit',
        'left',
        'edit',
        'edit',
      ] as const;
      for (const kind of kinds) page.fields$.next(makeFieldEvent({ kind }));
      const x = at(0);
      expect(x('refusedSubmits120')).toBeCloseTo(Math.log(2));
      expect(x('pastes120')).toBeCloseTo(Math.log(3));
      expect(x('searches120')).toBeCloseTo(Math.log(2));
      // Left twice and edited again, once each; the last edit is of the same visit.
      expect(x('reEdits120')).toBeCloseTo(Math.log(3));
    });

    it('the share of deletions among keystrokes in fields', () => {
      const { page, at } = track();
      for (let i = 0; i < 4; i += 1) page.keys$.next({ time: 0, kind: 'character', inField: true });
      for (let i = 0; i < 2; i += 1) page.keys$.next({ time: 0, kind: 'deletion', inField: true });
      page.keys$.next({ time: 0, kind: 'deletion', inField: false });
      page.keys$.next({ time: 0, kind: 'enter', inField: true });
      // 2 / (6 + 4)
      expect(at(0)('deletionShare120')).toBeCloseTo(0.2);
    });

    it('ways through the pages', () => {
      const { page, at } = track();
      expect(at(0)('distinctShare')).toBe(1);
      for (const [path, kind] of [
        ['/', 'load'],
        ['/cart', 'push'],
        ['/cart', 'replace'],
        ['/', 'traverse'],
        ['/cart', 'traverse'],
      ] as const) {
        page.routes$.next({ time: 0, path, kind });
      }
      const x = at(0);
      expect(x('distinctShare')).toBe(0.5);
      expect(x('revisits120')).toBeCloseTo(Math.log(3));
      expect(x('backs120')).toBeCloseTo(Math.log(3));
    });

    it('scrolling, looking away and slow answers', () => {
      const { page, at } = track();
      page.scroll$.next(makeScroll({ time: 0, depth: 0.8, reversals: 2 }));
      page.lifecycle$.next({ time: 0, kind: 'blur' });
      page.latency$.next({ time: 0, durationMs: 900 });
      page.latency$.next({ time: 0, durationMs: 300 });
      const x = at(0);
      expect(x('scrollDepth')).toBe(0.8);
      expect(x('scrollReversals30')).toBeCloseTo(Math.log(3));
      expect(x('blurs120')).toBeCloseTo(Math.log(2));
      expect(x('latency')).toBeCloseTo(Math.log(1.9));
      expect(at(30_000)('latency')).toBeCloseTo(Math.log(1 + 0.9 / E));
    });

    it('what other parts know', () => {
      const x = track({
        pastRisk: 0.3,
        promptsShown: 1,
        lastAnswer: 'notNow',
        firstVisit: true,
      }).at(0);
      expect(x('pastRisk')).toBe(0.3);
      expect(x('promptsShown')).toBeCloseTo(Math.log(2));
      expect(x('taskEntropy')).toBe(0.5);
      expect([x('lastAccepted'), x('lastDeclined'), x('firstVisit')]).toEqual([0, 1, 1]);
      const y = track({ lastAnswer: 'accepted' }).at(0);
      expect([y('lastAccepted'), y('lastDeclined'), y('firstVisit')]).toEqual([1, 0, 0]);
    });

    it('the hour of the visitor’s day, on a circle', () => {
      const { clock, at } = track();
      clock.setWallTime(new Date(2024, 0, 1, 6, 59).getTime());
      const x = at(0);
      expect(x('hourSine')).toBeCloseTo(1);
      expect(x('hourCosine')).toBeCloseTo(0);
    });

    it.each([
      ['mouse', [1, 0, 0]],
      ['touch', [0, 1, 0]],
      ['pen', [0, 1, 0]],
      ['keyboard', [0, 0, 1]],
      ['assistive', [0, 0, 1]],
    ] as const)('what the visitor uses: %s', (pointer, expected) => {
      const { page, at } = track();
      page.presses$.next(makePress({ pointer }));
      const x = at(0);
      expect(['isMouse', 'isTouch', 'isKeyboard'].map(x)).toEqual(expected);
    });

    it('whether settings are tried one at a time, in one control or in several', () => {
      const [one, other] = [track(), track()];
      const send = { target: { path: 'main>button', control: 'button' } } as const;
      for (const state of ['0_0', '2_0', '0_0', '0_1'])
        one.page.presses$.next(makePress({ ...send, state }));
      const set = (path: string, state: string) =>
        other.page.fields$.next(makeFieldEvent({ target: { path }, state }));
      set('main>a', '0');
      set('main>a', '2');
      set('main>a', '0');
      set('main>b', '1');
      for (const { at } of [one, other]) {
        const x = at(0);
        expect([x('noneAway'), x('oneAway'), x('isOneAway')]).toEqual([0.5, 0.5, 1]);
        expect(x('awayNow')).toBeCloseTo(Math.log(2));
        expect(x('triedAlone')).toBeCloseTo(Math.log(3));
      }
    });

    it('strengths of signals, by detector, squashed by tanh', () => {
      const { signals$, at } = track();
      for (const [detector, strength] of [
        ['rageClick', 0.9],
        ['rageClick', 1],
        ['deadClick', 0.5],
        ['itsOwnOne', 0.4],
      ] as const) {
        signals$.next(makeSignal({ time: 0, detector, strength }));
      }
      const x = at(30_000);
      expect(x('rageClick30')).toBeCloseTo(Math.tanh(1.9 / E));
      expect(x('rageClick120')).toBeCloseTo(Math.tanh(1.9 * Math.exp(-0.25)));
      expect(x('deadClick30')).toBeCloseTo(Math.tanh(0.5 / E));
      expect(x('other120')).toBeCloseTo(Math.tanh(0.4 * Math.exp(-0.25)));
      expect(x('blockedClick120')).toBe(0);
    });
  });

  describe('measures against one’s own habit', () => {
    it('how often is pressed', () => {
      const { page, at } = track();
      for (let i = 0; i < 3; i += 1) page.presses$.next(makePress({ time: 0 }));
      // Three presses in about 30 s are six a minute; the prior's mean is 1.8, its spread .8.
      expect(at(0)('pressRate')).toBeCloseTo((Math.log(7) - 1.8) / 0.8);
    });

    it('how straight, how fast and how steadily the pointer moves', () => {
      const { page, at } = track();
      page.pointer$.next(
        makePointer({ time: 0, pathPx: 400, netPx: 100, durationMs: 500, turns: 2, pauses: 4 }),
      );
      const x = at(0);
      expect(x('cursorDetour')).toBeCloseTo((Math.log(4) - 0.3) / 0.4);
      expect(x('cursorSpeed')).toBeCloseTo((Math.log(801) - 6) / 0.8);
      expect(x('cursorTurns')).toBeCloseTo((Math.log(6) - 1.4) / 0.7);
      // Four pauses in about two minutes.
      expect(x('pauseRate')).toBeCloseTo((Math.log(3) - 1.4) / 0.7);
    });

    it('how fast is scrolled', () => {
      const { page, at } = track();
      page.scroll$.next(makeScroll({ time: 0, distancePx: 300, durationMs: 200 }));
      expect(at(0)('scrollSpeed')).toBeCloseTo(Math.log(1501) - 6.4);
    });

    it('what was seen before: what is unusual at first becomes usual', () => {
      const { page, at } = track();
      const speeds = Array.from({ length: 200 }, (_, i) => {
        page.pointer$.next(makePointer({ time: i * 60_000, pathPx: 4000, durationMs: 1000 }));
        return at(i * 60_000)('cursorSpeed');
      });
      expect(speeds[0]).toBeGreaterThan(2);
      expect(Math.abs(speeds.at(-1)!)).toBeLessThan(0.6);
    });

    it('nothing of a cursor for who has none', () => {
      const { page, at } = track();
      page.presses$.next(makePress({ pointer: 'keyboard' }));
      const x = at(1000);
      const cursor = ['cursorDetour', 'cursorSpeed', 'cursorTurns', 'pauseRate', 'scrollSpeed'];
      expect(cursor.map(x)).toEqual([0, 0, 0, 0, 0]);
      expect(x('noCursor')).toBe(1);
      page.pointer$.next(makePointer({ time: 2000 }));
      expect(at(3000)('noCursor')).toBe(0);
    });
  });

  describe('as a vector', () => {
    it('has the shape of the schema and is new each time', () => {
      const { tracker } = track();
      const x = tracker.vector();
      expect(x).toHaveLength(featureNames.length);
      expect(tracker.vector()).not.toBe(x);
      expect(tracker.vector()).toEqual(x);
    });

    it('is finite and within ±3 whatever happens', () => {
      const anyContext = fc.record({
        intent: fc.record({
          step: fc.integer(),
          nSteps: fc.integer(),
          startedAt: fc.double(),
          progressAt: fc.double(),
          entropyBits: fc.double(),
        }),
        pastRisk: fc.double(),
        promptsShown: fc.double(),
        lastAnswer: fc.constantFrom(undefined, 'accepted' as const, 'never' as const),
        firstVisit: fc.boolean(),
      });
      const signal = fc.record({ time: fc.double(), strength: fc.double() });
      fc.assert(
        fc.property(anyScript(), anyContext, fc.array(signal), (script, context, signals) => {
          const { page, signals$, at } = track(context);
          for (const name of Object.keys(page) as (keyof typeof page)[]) {
            for (const event of script[name] ?? []) page[name].next(event as never);
          }
          for (const each of signals) signals$.next(makeSignal(each));
          for (const ms of [0, 5000, 100_000]) {
            const x = at(ms);
            for (const name of featureNames) expect(Math.abs(x(name))).toBeLessThanOrEqual(3);
          }
        }),
        { numRuns: 60 },
      );
    });
  });

  describe('keeps habits', () => {
    const practised = () => {
      const { page, at, tracker } = track();
      for (let i = 0; i < 20; i += 1) {
        page.pointer$.next(makePointer({ time: i * 5000, pathPx: 900 }));
        at(i * 5000);
      }
      return tracker;
    };

    it('as plain data that another page goes on from', () => {
      const state = practised().getState();
      const { tracker, page, at } = track();
      expect(tracker.setState(JSON.parse(JSON.stringify(state)))).toBe(true);
      expect(tracker.getState()).toEqual(state);
      page.pointer$.next(makePointer({ time: 0, pathPx: 900 }));
      const fresh = track();
      fresh.page.pointer$.next(makePointer({ time: 0, pathPx: 900 }));
      expect(at(0)('cursorSpeed')).toBeLessThan(fresh.at(0)('cursorSpeed'));
    });

    it.each([
      ['nothing', undefined],
      ['a null', null],
      ['another schema', { ...practised().getState(), schema: 0 }],
      ['no habits', { schema: 1 }],
      ['damaged habits', { schema: 1, habits: [[1, 2, 3]] }],
    ])('and refuses %s, changing nothing', (_, state) => {
      const tracker = practised();
      const before = tracker.getState();
      expect(tracker.setState(state)).toBe(false);
      expect(tracker.getState()).toEqual(before);
    });
  });

  it('lets go of every stream', () => {
    const { page, signals$, tracker } = track();
    tracker.stop();
    tracker.stop();
    expect([...Object.values(page), signals$].filter(({ observed }) => observed)).toEqual([]);
  });
});
