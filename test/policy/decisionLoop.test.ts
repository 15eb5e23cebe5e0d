import { Subject } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { decisionLoop, type Moment } from '../../src/policy/decisionLoop.js';
import type { Decision, Offer } from '../../src/types.js';
import { makeRisk } from '../fixtures/makeRisk.js';

const OFFER: Offer = { kind: 'article', articles: [], reasons: [] };

function makeDecision(changes: Partial<Decision>): Decision {
  return {
    time: 0,
    action: 'card',
    shown: false,
    propensity: 1,
    risk: makeRisk({}),
    threshold: 0.4,
    badgeThreshold: 0.25,
    gates: [],
    modelVersion: 'v',
    arm: 'treated',
    ...changes,
  };
}

function setUp(decide: () => Decision, { claimed = true, waitMs = 500 } = {}) {
  const ticks$ = new Subject<number>();
  const told: { decision: Decision; isTick: boolean }[] = [];
  const show = vi.fn();
  const looks: boolean[] = [];
  const look = (isTick: boolean): Moment => {
    looks.push(isTick);
    return { decide, offer: OFFER };
  };
  const subscription = decisionLoop({
    ticks$,
    look,
    waitMs: ({ action }) => (action === 'none' ? waitMs : undefined),
    claim: () => Promise.resolve(claimed),
    show,
    onDecision: (decision, isTick) => told.push({ decision, isTick }),
  }).subscribe();
  return { ticks$, told, show, looks, subscription };
}

describe('decisionLoop', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('shows what was decided and claimed, and says so', async () => {
    const { ticks$, told, show } = setUp(() => makeDecision({}));
    ticks$.next(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(show).toHaveBeenCalledExactlyOnceWith(
      OFFER,
      'card',
      expect.objectContaining({ shown: true }),
    );
    expect(told).toEqual([
      { decision: expect.objectContaining({ shown: true, offer: OFFER }), isTick: true },
    ]);
  });

  it('shows nothing when another tab has taken the budget', async () => {
    const { ticks$, told, show } = setUp(() => makeDecision({}), { claimed: false });
    ticks$.next(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(show).not.toHaveBeenCalled();
    expect(told[0]!.decision.shown).toBe(false);
  });

  it('logs the hold-out without showing', async () => {
    const { ticks$, told, show } = setUp(() => makeDecision({ arm: 'holdout' }));
    ticks$.next(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(show).not.toHaveBeenCalled();
    expect(told[0]!.decision).toMatchObject({ action: 'card', arm: 'holdout', shown: false });
  });

  it('takes up a decision that has to wait, and looks at everything again', async () => {
    let action: Decision['action'] = 'none';
    const { ticks$, told, show, looks } = setUp(() => makeDecision({ action }));
    ticks$.next(0);
    await vi.advanceTimersByTimeAsync(600);
    action = 'badge';
    await vi.advanceTimersByTimeAsync(600);
    expect(show).toHaveBeenCalledOnce();
    expect(looks[0]).toBe(true);
    expect(looks.slice(1)).not.toContain(true);
    expect(told.map(({ isTick }) => isTick)).toEqual([true, false]);
  });

  it('gives up waiting after ten seconds', async () => {
    const { ticks$, looks } = setUp(() => makeDecision({ action: 'none' }));
    ticks$.next(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(looks.length).toBeGreaterThan(15);
    expect(looks.length).toBeLessThan(25);
  });

  it('leaves no timer when it is unsubscribed from', async () => {
    const { ticks$, subscription } = setUp(() => makeDecision({ action: 'none' }));
    ticks$.next(0);
    await vi.advanceTimersByTimeAsync(600);
    subscription.unsubscribe();
    expect(vi.getTimerCount()).toBe(0);
  });
});
