import { describe, expect, it } from 'vitest';
import type { ActionTaken } from '../../src/features/createActions.js';
import { createSharedPast, NO_PAST, pastOf } from '../../src/features/labelHistory.js';
import { N_SLOTS, toSlots, type SlotSources } from '../../src/features/toSlots.js';

/** As laid out in `toSlots`: where the family of places begins, and that of standings. */
const [PLACES, STANDINGS] = [1024, 1024 + 512];

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
    expect(slots).toHaveLength(3);
    expect(inFamily(slots, STANDINGS, N_SLOTS)).toEqual(slots);
  });

  it('gives each slot once, in order, within the families', () => {
    const slots = toSlots({ ...nothing, actions: presses([1, 2, 1, 2, 3, 1, 2]), buckets: [1, 2] });
    expect(slots).toEqual([...new Set(slots)].sort((a, b) => a - b));
    expect(slots.every((slot) => slot >= 0 && slot < N_SLOTS)).toBe(true);
  });

  it('tells the order of the same actions by sequences alone', () => {
    const [one, other] = [
      [1, 2, 3],
      [3, 2, 1],
    ].map((controls) => toSlots({ ...nothing, actions: presses(controls) }));
    expect(inFamily(one!, 0, PLACES)).not.toEqual(inFamily(other!, 0, PLACES));
    expect(inFamily(one!, PLACES, N_SLOTS)).toEqual(inFamily(other!, PLACES, N_SLOTS));
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
});
