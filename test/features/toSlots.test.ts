import { describe, expect, it } from 'vitest';
import type { ActionTaken } from '../../src/features/createActions.js';
import { createSharedPast, NO_PAST, pastOf } from '../../src/features/labelHistory.js';
import { N_SLOTS, toSlots, type SlotSources } from '../../src/features/toSlots.js';

/** As laid out in `toSlots`: where the families of places, of standings and of stages begin. */
const [PLACES, STANDINGS, STAGES] = [1024, 1024 + 512, 1024 + 512 + 256];

const nothing: SlotSources = {
  actions: [],
  route: 7,
  buckets: [],
  past: pastOf(createSharedPast(), NO_PAST, undefined),
};

/** Presses on controls of these numbers, so many ms after each other. */
const presses = (controls: readonly number[], everyMs = 1000): readonly ActionTaken[] =>
  controls.map((control, i) => ({
    token: control,
    change: control,
    away: [],
    kind: 'press' as const,
    time: i * everyMs,
  })) as unknown as readonly ActionTaken[];

const inFamily = (slots: readonly number[], from: number, to: number) =>
  slots.filter((slot) => slot >= from && slot < to);

describe('toSlots', () => {
  it('knows where one stands before anything was done', () => {
    const slots = toSlots(nothing);
    expect(inFamily(slots, 0, STANDINGS)).toEqual([]);
    expect(inFamily(slots, STANDINGS, STAGES)).toHaveLength(3);
    // That it has not begun.
    expect(inFamily(slots, STAGES, N_SLOTS)).toHaveLength(1);
  });

  it('gives each slot once, in order, within the families', () => {
    const slots = toSlots({ ...nothing, actions: presses([1, 2, 1, 2, 3, 1, 2]), buckets: [1, 2] });
    expect(slots).toEqual([...new Set(slots)].sort((a, b) => a - b));
    expect(slots.every((slot) => slot >= 0 && slot < N_SLOTS)).toBe(true);
  });

  it('tells the order of the same actions by sequences and stages alone', () => {
    const [one, other] = [
      [1, 2, 3],
      [3, 2, 1],
    ].map((controls) => toSlots({ ...nothing, actions: presses(controls) }));
    expect(inFamily(one!, 0, PLACES)).not.toEqual(inFamily(other!, 0, PLACES));
    expect(inFamily(one!, PLACES, STAGES)).toEqual(inFamily(other!, PLACES, STAGES));
    expect(inFamily(one!, STAGES, N_SLOTS)).not.toEqual(inFamily(other!, STAGES, N_SLOTS));
  });

  it('tells slow from fast by places, whatever was pressed', () => {
    const places = (controls: readonly number[], everyMs: number) =>
      inFamily(toSlots({ ...nothing, actions: presses(controls, everyMs) }), PLACES, STANDINGS);
    expect(places([1, 2, 3], 400)).not.toEqual(places([1, 2, 3], 9000));
    expect(places([1, 2, 3], 400)).toEqual(places([4, 5, 6], 400));
  });

  it('knows a place on this route and on any', () => {
    const [here, there] = [7, 8].map((route) =>
      inFamily(toSlots({ ...nothing, route, buckets: [3] }), PLACES, STANDINGS),
    );
    expect(here!.filter((slot) => there!.includes(slot))).toHaveLength(1);
  });

  it('tells who had trouble before from who had none', () => {
    const past = pastOf(createSharedPast(), [6, 5, 6, 0.9], undefined);
    expect(toSlots({ ...nothing, past })).not.toEqual(toSlots(nothing));
  });

  describe('by the stage of the attempt', () => {
    const staged = (actions: readonly ActionTaken[]) =>
      inFamily(toSlots({ ...nothing, actions }), STAGES, N_SLOTS);
    const onesOf = (n: number) => staged(presses(Array<number>(n).fill(1)));

    it('knows the same thing done after one, two, three, four, eight and sixteen actions as another', () => {
      // By number of actions, each with the one before it.
      const changes = Array.from({ length: 20 }, (_, i) => i + 1).filter(
        (n) => onesOf(n).join() !== onesOf(n + 1).join(),
      );
      expect(changes).toEqual([1, 2, 3, 7, 15]);
    });

    it('does not count a route as an action', () => {
      const [press] = presses([1]);
      const routes = Array<ActionTaken>(8).fill({ ...press!, kind: 'route' });
      // A press alone and after routes has the same slots, and the routes have theirs beside it.
      expect(staged([...routes, press!])).toEqual(expect.arrayContaining([...onesOf(1)]));
    });

    it('sees how many choices were away from rest, three or more as many', () => {
      const withAway = (n: number) =>
        staged(presses([1]).map((press) => ({ ...press, away: Array<number>(n).fill(5) })));
      expect(new Set([0, 1, 2, 3].map((n) => withAway(n).join())).size).toBe(4);
      expect(withAway(4)).toEqual(withAway(3));
    });

    it('sees how long the last pause was', () => {
      expect(staged(presses([1, 1], 300))).not.toEqual(staged(presses([1, 1], 9000)));
    });
  });
});
