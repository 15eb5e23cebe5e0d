import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer, claim, touchSession } from '../../src/policy/index.js';
import type { Limits, PromptOutcome, WallTime } from '../../src/types.js';
import { makeVisitor } from '../fixtures/makeVisitor.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const limits: Limits = {
  perTask: 1,
  perSession: 2,
  perWeek: 3,
  cooldownMs: 5 * MINUTE,
  minSessionMs: 30_000,
};

describe('claim', () => {
  it('takes one prompt off every budget', () => {
    expect(
      claim(makeVisitor(), { now: 1, limits, task: 'buy', articleKey: 'buy/a' }),
    ).toMatchObject({
      session: { shown: 1, perTask: { buy: 1 } },
      shownAt: [1],
      quietUntil: 1 + 5 * MINUTE,
      acceptance: { 'buy/a': { offered: 1, accepted: 0 } },
    });
  });

  it('gives a task its second prompt in the next session only', () => {
    const once = claim(makeVisitor(), { now: 0, limits, task: 'buy' })!;
    expect(claim(once, { now: 10 * MINUTE, limits, task: 'buy' })).toBeUndefined();
    expect(claim(once, { now: 31 * MINUTE, limits, task: 'buy' })).toBeDefined();
  });

  it('keeps the cool-down to the millisecond', () => {
    const once = claim(makeVisitor(), { now: 0, limits, task: 'buy' })!;
    expect(claim(once, { now: 5 * MINUTE - 1, limits, task: 'pay' })).toBeUndefined();
    expect(claim(once, { now: 5 * MINUTE, limits, task: 'pay' })).toBeDefined();
  });

  it('gives no third prompt in a session and no fourth in a week', () => {
    const session = { ...makeVisitor().session, shown: 2 };
    expect(claim(makeVisitor({ session }), { now: 0, limits })).toBeUndefined();
    expect(claim(makeVisitor({ shownAt: [0, 1, 2] }), { now: DAY, limits })).toBeUndefined();
    expect(claim(makeVisitor({ shownAt: [0, 1, 2] }), { now: 7 * DAY, limits })).toBeDefined();
  });

  it('gives none at all when a limit is below 1', () => {
    expect(claim(makeVisitor(), { now: 0, limits: { ...limits, perWeek: 0.5 } })).toBeUndefined();
  });

  it('counts keys that objects inherit like any other', () => {
    const request = { now: 0, limits, task: 'constructor', articleKey: '__proto__' };
    const once = claim(makeVisitor(), request)!;
    expect(once.session.perTask['constructor']).toBe(1);
    expect(Object.getOwnPropertyDescriptor(once.acceptance, '__proto__')?.value).toEqual({
      offered: 1,
      accepted: 0,
    });
  });
});

describe('answer', () => {
  const claimed = () => claim(makeVisitor(), { now: 0, limits, task: 'buy', articleKey: 'buy/a' })!;
  const answered = (outcome: PromptOutcome) =>
    answer(claimed(), outcome, { now: 0, limits, task: 'buy', articleKey: 'buy/a' });

  it('counts what was accepted', () => {
    expect(answered('accepted').acceptance).toEqual({ 'buy/a': { offered: 1, accepted: 1 } });
  });

  it('counts help the visitor asked for as offered too', () => {
    const { acceptance } = answer(makeVisitor(), 'accepted', { now: 0, limits, articleKey: '/a' });
    expect(acceptance).toEqual({ '/a': { offered: 1, accepted: 1 } });
  });

  it('is quiet for four cool-downs after "not now"', () => {
    const later = (now: WallTime) => claim(answered('notNow'), { now, limits, task: 'pay' });
    expect(later(20 * MINUTE - 1)).toBeUndefined();
    expect(later(20 * MINUTE)).toBeDefined();
  });

  it('is quiet for the rest of the session after "close"', () => {
    const later = (now: WallTime) => claim(answered('closed'), { now, limits, task: 'pay' });
    expect(later(30 * MINUTE)).toBeUndefined();
    expect(later(30 * MINUTE + 1)).toBeDefined();
  });

  it('is quiet for good after "never"', () => {
    expect(claim(answered('never'), { now: 1000 * DAY, limits })).toBeUndefined();
  });

  it('costs nothing more to have ignored it', () => {
    expect(answered('ignored')).toEqual(claimed());
  });
});

const anyStep = fc.record({
  kind: fc.constantFrom(
    'claim',
    'claim',
    'claim',
    'touch',
    'accepted',
    'notNow',
    'closed',
    'ignored',
  ),
  task: fc.constantFrom('', 'buy', 'pay'),
  // Forward and back, by minutes, days and a year.
  moveMs: fc.oneof(
    fc.integer({ min: 0, max: 20 * MINUTE }),
    fc.integer({ min: -2 * DAY, max: 2 * DAY }),
    fc.integer({ min: -400 * DAY, max: 20 * DAY }),
  ),
} as const);
const anySteps = fc.array(anyStep, { maxLength: 60 });
type Step = typeof anyStep extends fc.Arbitrary<infer Value> ? Value : never;

/**
 * Runs the steps. Its times are sums of the clock's forward moves: what has passed as far as anybody
 * can know who only has that clock.
 */
function live(steps: readonly Step[]) {
  let now: WallTime = 1000 * DAY;
  let passedMs = 0;
  let quietUntil = 0;
  let visitor = touchSession(makeVisitor(), now);
  const claims: { readonly at: number; readonly quietUntil: number }[] = [];
  for (const { kind, task, moveMs } of steps) {
    now += moveMs;
    passedMs += Math.max(0, moveMs);
    visitor = touchSession(visitor, now);
    const request = { now, limits, task };
    if (kind === 'claim') {
      const claimed = claim(visitor, request);
      if (!claimed) continue;
      claims.push({ at: passedMs, quietUntil });
      quietUntil = passedMs + limits.cooldownMs;
      visitor = claimed;
    } else if (kind !== 'touch') {
      visitor = answer(visitor, kind, request);
      if (kind === 'notNow') quietUntil = passedMs + 4 * limits.cooldownMs;
    }
  }
  return { visitor, now, claims };
}

describe('the budget', () => {
  it('is never exceeded, however the clock jumps', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { visitor, claims } = live(steps);
        claims.forEach(({ at, quietUntil }, i) => {
          expect(at).toBeGreaterThanOrEqual(quietUntil);
          const fourthLast = claims[i - limits.perWeek];
          if (fourthLast) expect(at - fourthLast.at).toBeGreaterThanOrEqual(7 * DAY);
        });
        expect(visitor.session.shown).toBeLessThanOrEqual(limits.perSession);
        expect(visitor.shownAt.length).toBeLessThanOrEqual(limits.perWeek);
        for (const n of Object.values(visitor.session.perTask)) expect(n).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });

  it('has a prompt again 8 days later, whatever happened', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { visitor, now } = live(steps);
        const touched = touchSession(visitor, now);
        expect(claim(touched, { now: now + 8 * DAY, limits })).toBeDefined();
      }),
    );
  });

  it('stays closed after "never", whatever follows', () => {
    fc.assert(
      fc.property(anySteps, fc.integer(), (steps, at) => {
        const { visitor, now } = live(steps);
        const never = answer(visitor, 'never', { now, limits });
        expect(claim(touchSession(never, now + at), { now: now + at, limits })).toBeUndefined();
      }),
    );
  });
});
