import { describe, expect, it } from 'vitest';
import { toPending } from '../../src/brain/toPending.js';
import { makeDecision } from '../fixtures/makeDecision.js';
import { makeIntent } from '../fixtures/makeIntent.js';
import { makeRisk } from '../fixtures/makeRisk.js';
import type { Intent } from '../../src/types.js';

const OPTIONS = {
  at: 1_000_000,
  random: () => 0.5,
  groups: ['mouse'],
  interactedAt: 10,
  actedAt: 10,
};

function pend(intent: Partial<Intent>, options: Partial<typeof OPTIONS> = {}) {
  const look = {
    x: Float64Array.of(1, 2),
    slots: [3],
    intent: { ...makeIntent(), ...intent },
    nth: 2,
    risk: makeRisk({ models: { rules: { probability: 0.2, weight: 1 } } }),
    predicted: { rules: 0.2, tracking: 0.3 },
  };
  return toPending(makeDecision(), look, { ...OPTIONS, ...options });
}

describe('toPending', () => {
  it('keeps what each part of the model said, and the whole', () => {
    expect(pend({}).predicted).toEqual({ rules: 0.2, tracking: 0.3, hedge: 0.5 });
  });

  it('takes a step reached for progress', () => {
    const walked = { nSteps: 3, startedAt: 20 };
    expect(pend({ ...walked, progressAt: 25 }).progressed).toBe(true);
    expect(pend({ ...walked, progressAt: 20 }, { interactedAt: 30 }).progressed).toBe(false);
  });

  it('takes work at the first step for progress: somebody may be stuck there', () => {
    const there = { nSteps: 3, startedAt: 20, progressAt: 20 };
    expect(pend(there, { interactedAt: 30, actedAt: 30 }).progressed).toBe(true);
    expect(pend(there, { interactedAt: 30, actedAt: 15 }).progressed).toBe(false);
  });

  it('takes what was done for progress where there are no steps to walk', () => {
    const alone = { nSteps: 0, startedAt: 20, progressAt: 20 };
    expect(pend(alone, { interactedAt: 10 }).progressed).toBe(false);
    expect(pend(alone, { interactedAt: 30 }).progressed).toBe(true);
  });

  it('is plain data that a database can hold', () => {
    expect(structuredClone(pend({}))).toEqual(pend({}));
  });
});
