import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceOf, pressPace } from '../../src/browser/pressPace.js';

interface Given {
  readonly type?: string;
  readonly at: number;
  readonly target?: EventTarget;
  readonly isTrusted?: boolean;
  readonly detail?: number;
}

const [a, b] = [new EventTarget(), new EventTarget()];

function event({ type = 'pointerdown', at, target = a, isTrusted = true, detail = 0 }: Given) {
  return { type, timeStamp: at, target, isTrusted, detail } as unknown as Event;
}

/** Presses one thing and another in turn, each time this long after the one before. */
function press(pace: ReturnType<typeof pressPace>, times: number, gapMs: number, from = 1000) {
  return Array.from({ length: times }, (_, i) => {
    const at = from + i * gapMs;
    return {
      isSkipped: pace.isSkipped(event({ at, target: i % 2 ? a : b })),
      isDrummed: pace.isDrumming(),
      at,
    };
  });
}

describe('pressPace', () => {
  it('passes over presses from the seventh on that come faster than anybody aims, but one in 4 s', () => {
    const pace = pressPace();
    const pressed = press(pace, 60, 100);
    expect(pressed.findIndex(({ isDrummed }) => isDrummed)).toBe(6);
    expect(pressed.slice(6).every(({ isDrummed }) => isDrummed)).toBe(true);
    const looked = pressed.flatMap(({ isSkipped }, i) => (isSkipped ? [] : [i]));
    expect(looked).toEqual([0, 1, 2, 3, 4, 5, 6, 46]);
    expect(pace.drummedAt()).toBe(pressed.at(-1)!.at);
  });

  it('looks at each press of a hand that aims, however long it goes on', () => {
    const pace = pressPace();
    expect(press(pace, 100, 200).some(({ isDrummed }) => isDrummed)).toBe(false);
    expect(pace.drummedAt()).toBe(-Infinity);
  });

  it('looks at quick presses on one thing', () => {
    const pace = pressPace();
    for (let i = 0; i < 30; i += 1) {
      expect(pace.isSkipped(event({ at: 60 * i }))).toBe(false);
      expect(pace.isDrumming()).toBe(false);
    }
  });

  it('looks again after a rest, and after four that stay where they are', () => {
    const rested = pressPace();
    const last = press(rested, 12, 100).at(-1)!;
    expect(rested.isSkipped(event({ at: last.at + 300, target: a }))).toBe(false);

    const stays = pressPace();
    const { at } = press(stays, 12, 100).at(-1)!;
    const skipped = [1, 2, 3, 4, 5].map((i) => stays.isSkipped(event({ at: at + 100 * i })));
    expect(skipped).toEqual([true, true, true, false, false]);
  });

  it('looks at the first press of each time that it begins, so that those before it are let go', () => {
    const pace = pressPace();
    const { at } = press(pace, 12, 100).at(-1)!;
    // A beat missed: the next is looked at, and so is the one with which it goes on.
    const [missed, next, last] = [400, 500, 600].map((ms, i) => [
      pace.isSkipped(event({ at: at + ms, target: i % 2 ? a : b })),
      pace.isDrumming(),
    ]);
    expect([missed, next, last]).toEqual([
      [false, false],
      [false, true],
      [true, true],
    ]);
  });

  it('passes over what is of the press, and nothing else', () => {
    const pace = pressPace();
    const { at } = press(pace, 12, 100).at(-1)!;
    const isSkipped = (type: string, more: Partial<Given> = {}) =>
      pace.isSkipped(event({ type, at: at + 20, ...more }));
    expect(isSkipped('pointerup')).toBe(true);
    expect(isSkipped('click', { detail: 1 })).toBe(true);
    // A key's or an assistive technology's.
    expect(isSkipped('click')).toBe(false);
  });

  it('passes over the focus that such a press moves, and not what moves it later', () => {
    const pace = pressPace();
    const { at } = press(pace, 12, 100).at(-1)!;
    const isSkipped = (type: string, ms: number) => pace.isSkipped(event({ type, at: at + ms }));
    expect([isSkipped('focusout', 5), isSkipped('focusin', 5)]).toEqual([true, true]);
    expect([isSkipped('focusout', 400), isSkipped('focusin', 400)]).toEqual([false, false]);
  });

  it('is one for all who ask in a window, and another in the next', () => {
    const [here, there] = [{}, {}] as [Window, Window];
    press(paceOf(here), 12, 100);
    expect([paceOf(here).isDrumming(), paceOf(there).isDrumming()]).toEqual([true, false]);
  });

  it('counts no press of a script', () => {
    const pace = pressPace();
    for (let i = 0; i < 50; i += 1)
      pace.isSkipped(event({ at: 10 * i, target: i % 2 ? a : b, isTrusted: false }));
    expect(pace.isDrumming()).toBe(false);
  });

  it('never takes a press for drummed that less than six others came within a second before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ gap: fc.integer({ min: 1, max: 900 }), isA: fc.boolean() })),
        (presses) => {
          const pace = pressPace();
          let at = 1;
          let wasDrumming = false;
          const times: number[] = [];
          for (const { gap, isA } of presses) {
            at += gap;
            times.push(at);
            pace.isSkipped(event({ at, target: isA ? a : b }));
            const nBefore = times.filter((time) => at - time <= 1000).length - 1;
            if (pace.isDrumming() && !wasDrumming) expect(nBefore).toBeGreaterThanOrEqual(6);
            if (pace.isDrumming()) expect(gap < 300 || !wasDrumming).toBe(true);
            wasDrumming = pace.isDrumming();
          }
        },
      ),
    );
  });
});
