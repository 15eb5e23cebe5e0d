import { describe, expect, it } from 'vitest';
import type { ActionTaken } from '../../src/features/createActions.js';
import { trialsOf } from '../../src/features/trials.js';

/** Presses after each of which these settings were away from rest. */
const presses = (...settings: readonly (readonly number[])[]) =>
  settings.map((away) => ({ kind: 'press', away })) as unknown as readonly ActionTaken[];

describe('trialsOf', () => {
  it('is 0 throughout before anything was tried', () => {
    expect(Object.values(trialsOf([]))).toEqual([0, 0, 0, 0, 0]);
  });

  it('tells one at a time', () => {
    const { noneAway, oneAway, isOneAway, awayNow, triedAlone } = trialsOf(
      presses([], [7], [], [8]),
    );
    expect([noneAway, oneAway, isOneAway]).toEqual([1 / 2, 1 / 2, 1]);
    expect(awayNow).toBeCloseTo(Math.log(2));
    expect(triedAlone).toBeCloseTo(Math.log(3));
  });

  it('from several at once', () => {
    const { noneAway, oneAway, isOneAway, awayNow, triedAlone } = trialsOf(
      presses([7], [7, 8], [7, 8, 9], [7, 8, 9]),
    );
    expect([noneAway, oneAway, isOneAway]).toEqual([0, 1 / 4, 0]);
    expect(awayNow).toBeCloseTo(Math.log(4));
    expect(triedAlone).toBeCloseTo(Math.log(2));
  });

  it('counts a setting that was tried alone once, however often', () => {
    expect(trialsOf(presses([7], [7], [7])).triedAlone).toBeCloseTo(Math.log(2));
  });

  it('looks at presses and edits, not at keys, scrolls and routes', () => {
    const [tried] = presses([7]);
    const others = (['key', 'scroll', 'route'] as const).map((kind) => ({ ...tried!, kind }));
    const edit = { ...tried!, kind: 'edit' as const, away: [] };
    expect(trialsOf([...others, tried!, edit]).oneAway).toBe(1 / 2);
  });
});
