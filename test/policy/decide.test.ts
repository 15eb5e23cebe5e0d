import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type DecideInput } from '../../src/policy/index.js';
import { makeDecideInput } from '../fixtures/makeDecideInput.js';
import { makeRisk } from '../fixtures/makeRisk.js';
import { makeSituation } from '../fixtures/makeSituation.js';
import { makeVisitor } from '../fixtures/makeVisitor.js';

const failedGates = (input: Partial<DecideInput>) =>
  decide(makeDecideInput(input))
    .gates.filter(({ passed }) => !passed)
    .map(({ name }) => name);

const { session } = makeVisitor();

describe('decide', () => {
  it('offers a card when the risk is high and nothing stands in the way', () => {
    const decision = decide(makeDecideInput());
    expect(decision).toMatchObject({
      action: 'card',
      shown: false,
      threshold: 0.4,
      arm: 'treated',
    });
    expect(decision.propensity).toBeCloseTo(1 - 0.05 + 0.05 / 3);
    expect(decision.gates.filter(({ passed }) => !passed)).toEqual([]);
  });

  it.each<[name: string, input: Partial<DecideInput>]>([
    ['visible', { situation: makeSituation({ visible: false }) }],
    ['consent', { consent: 'pending' }],
    ['notOptedOut', { visitor: makeVisitor({ never: true }) }],
    ['notTyping', { situation: makeSituation({ sinceTypingMs: 1499 }) }],
    ['notTyping', { situation: makeSituation({ composing: true }) }],
    ['notSelecting', { situation: makeSituation({ selecting: true }) }],
    ['notDragging', { situation: makeSituation({ dragging: true }) }],
    ['noDialog', { situation: makeSituation({ dialogOpen: true }) }],
    ['notFullscreen', { situation: makeSituation({ fullscreen: true }) }],
    ['breakpoint', { situation: makeSituation({ quietMs: 699 }) }],
    ['minSession', { sessionMs: 29_999 }],
    [
      'perTask',
      { task: 'buy', visitor: makeVisitor({ session: { ...session, perTask: { buy: 1 } } }) },
    ],
    ['perTask', { visitor: makeVisitor({ session: { ...session, perTask: { '': 1 } } }) }],
    ['perSession', { visitor: makeVisitor({ session: { ...session, shown: 2 } }) }],
    ['perWeek', { visitor: makeVisitor({ shownAt: [-3, -2, -1] }) }],
    ['cooldown', { visitor: makeVisitor({ quietUntil: 1 }) }],
    ['sessionNotClosed', { visitor: makeVisitor({ session: { ...session, closed: true } }) }],
    ['noPromptOpen', { promptOpen: true }],
    ['offer', { offerExists: false }],
    ['risk', { risk: makeRisk({ probability: 0.249 }) }],
    ['risk', { risk: makeRisk({ probability: NaN }) }],
  ])('does nothing, for certain, because of %s alone', (name, input) => {
    expect(failedGates(input)).toEqual([name]);
    expect(decide(makeDecideInput(input))).toMatchObject({ action: 'none', propensity: 1 });
  });

  it('says the thresholds of a site where most leave whatever happens', () => {
    const risk = makeRisk({ probability: 0.7 });
    const decision = decide(makeDecideInput({ risk, worse: Math.log(9) }));
    expect(failedGates({ risk, worse: Math.log(9) })).toEqual(['risk']);
    expect(decision.badgeThreshold).toBeCloseTo(0.75, 12);
    expect(decision.threshold).toBeCloseTo(6 / 7, 12);
  });

  it('waits neither for the session nor for quiet when an error came', () => {
    const situation = makeSituation({ quietMs: 0 });
    expect(
      failedGates({ situation, sessionMs: 0, errorSeen: true, recentBreakpoint: true }),
    ).toEqual([]);
  });

  it('takes an unknown visitor for a first visit', () => {
    expect(failedGates({ visitor: undefined })).toEqual([]);
  });

  it('lets another task have its own prompt, whatever it is called', () => {
    const visitor = makeVisitor({ session: { ...session, perTask: { buy: 1 } } });
    expect(failedGates({ visitor, task: 'constructor' })).toEqual([]);
  });

  it('offers a badge for a risk between the two thresholds', () => {
    const at = (probability: number) =>
      decide(makeDecideInput({ risk: makeRisk({ probability }) })).action;
    expect([at(0.25), at(0.399), at(0.4)]).toEqual(['badge', 'badge', 'card']);
  });

  it('asks for more risk from somebody who takes no offers', () => {
    const decision = decide(
      makeDecideInput({ receptivity: 0.25, risk: makeRisk({ probability: 0.6 }) }),
    );
    expect(decision).toMatchObject({ action: 'badge', threshold: 0.8 });
  });

  it('decides the same in the hold-out arm', () => {
    expect(decide(makeDecideInput({ arm: 'holdout' }))).toMatchObject({
      action: 'card',
      shown: false,
      arm: 'holdout',
    });
  });

  it('says when it passed a moment over at random', () => {
    const decision = decide(makeDecideInput({ random: () => 0.97 }));
    expect(decision.action).toBe('none');
    expect(decision.propensity).toBeCloseTo(0.05 / 3);
    expect(decision.gates.filter(({ passed }) => !passed)).toEqual([
      { name: 'exploration', passed: false, reason: 'none chosen with probability 0.017' },
    ]);
  });

  it('never prompts a calm visitor for the sake of exploring', () => {
    const random = () => 0.999;
    const risk = makeRisk({ probability: 0.1 });
    expect(decide(makeDecideInput({ risk, random, explorationRate: 1 }))).toMatchObject({
      action: 'none',
      propensity: 1,
    });
  });

  it('says in the gates when a limit holds for this tab only', () => {
    const { gates } = decide(makeDecideInput({ storagePersistent: false }));
    expect(gates.find(({ name }) => name === 'perWeek')?.reason).toBe(
      '0 of 3 prompts in 7 days, this tab only: storage is not available',
    );
  });

  it('has a reason for whatever it decides', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { action, propensity, gates } = decide(input);
        expect(gates).toHaveLength(19);
        expect(gates.every(({ name, reason }) => name && reason)).toBe(true);
        expect(action === 'none').toBe(gates.some(({ passed }) => !passed));
        expect(propensity > 0 && propensity <= 1).toBe(true);
      }),
    );
  });

  it('honours "never" whatever else holds', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const visitor = makeVisitor({ ...input.visitor, never: true });
        expect(decide({ ...input, visitor }).action).toBe('none');
      }),
    );
  });
});

/** Mostly favourable, so that every action comes up. */
const mostly = (value: boolean) => fc.integer({ min: 0, max: 9 }).map((n) => (n ? value : !value));

const anyInput: fc.Arbitrary<DecideInput> = fc
  .record({
    visible: mostly(true),
    sinceTypingMs: fc.constantFrom(0, 1499, 1500, Infinity, Infinity, Infinity),
    quietMs: fc.constantFrom(0, 699, 700, 10_000, 10_000, 10_000),
    composing: mostly(false),
    selecting: mostly(false),
    dragging: mostly(false),
    dialogOpen: mostly(false),
    fullscreen: mostly(false),
    offerExists: mostly(true),
    never: mostly(false),
    consent: fc.constantFrom('granted', 'granted', 'session', 'pending', 'denied'),
    probability: fc.double({ min: 0, max: 1 }),
    receptivity: fc.double({ min: 0.01, max: 1, noNaN: true }),
    explorationRate: fc.double({ min: 0, max: 1, noNaN: true }),
    random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  })
  .map(({ offerExists, never, probability, receptivity, explorationRate, random, ...rest }) => {
    const { consent, ...situation } = rest;
    return makeDecideInput({
      situation,
      offerExists,
      consent,
      visitor: makeVisitor({ never }),
      risk: makeRisk({ probability }),
      receptivity,
      explorationRate,
      random: () => random,
    });
  });
