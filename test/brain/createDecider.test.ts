import { describe, expect, it } from 'vitest';
import { createDecider } from '../../src/brain/createDecider.js';
import { readOptions } from '../../src/options.js';
import type { Situation } from '../../src/types.js';
import { makeClock } from '../fixtures/makeClock.js';
import { makeIntent } from '../fixtures/makeIntent.js';
import { makeOffer } from '../fixtures/makeOffer.js';
import { makeRisk } from '../fixtures/makeRisk.js';
import { makeSituation } from '../fixtures/makeSituation.js';
import { makeVisitor } from '../fixtures/makeVisitor.js';

type Options = Parameters<typeof createDecider>[0];

/** A decider on a page whose situation and risk are set from outside. */
function setUp() {
  const now: { situation: Situation; probability: number } = {
    situation: makeSituation({ quietMs: 0 }),
    probability: 0.9,
  };
  let assessed = 0;
  const assess = () => {
    assessed += 1;
    return { ...makeRisk({ probability: now.probability }), predicted: {} };
  };
  const decider = createDecider({
    clock: makeClock(),
    settings: readOptions({ limits: { minSessionMs: 0 } }, () => {}),
    consent: 'granted',
    random: () => 0.5,
    isPersistent: () => true,
    onRisk: () => {},
    page: { situation: () => now.situation },
    help: { offer: () => makeOffer(), isOpen: () => false },
    intent: { onTick: () => {}, current: () => makeIntent() },
    tracker: { look: () => ({ x: new Float64Array(), slots: [] }) },
    learning: { model: { assess, version: () => 'v' } },
    looks: { count: () => 1 },
    record: { current: () => makeVisitor() },
  } as unknown as Options);
  const decide = (isTick: boolean) => decider.look(isTick).decide();
  return { now, decide, forget: decider.forget, assessed: () => assessed };
}

describe('createDecider', () => {
  it('asks the model once for as long as a decision has to wait', () => {
    const { decide, assessed } = setUp();
    expect(decide(true).action).toBe('none');
    expect(decide(false).action).toBe('none');
    expect(decide(false).action).toBe('none');
    expect(assessed()).toBe(1);
  });

  it('asks it again before it acts, and heeds what it says then', () => {
    const { now, decide, assessed } = setUp();
    decide(true);
    now.situation = makeSituation();
    now.probability = 0;
    expect(decide(false)).toMatchObject({ action: 'none', risk: { probability: 0 } });
    expect(assessed()).toBe(2);
    now.probability = 0.9;
    expect(decide(false).action).toBe('card');
  });

  it('asks it at each tick', () => {
    const { decide, assessed } = setUp();
    decide(true);
    decide(true);
    expect(assessed()).toBe(2);
  });

  it('does not act on a risk that was erased while its decision waited', () => {
    const { now, decide, forget, assessed } = setUp();
    decide(true);
    forget();
    now.probability = 0;
    expect(decide(false).risk.probability).toBe(0);
    expect(assessed()).toBe(2);
  });
});
