import { describe, expect, it } from 'vitest';
import { decide, isWorthWaiting, waitMs, type DecideInput } from '../../src/policy/index.js';
import { makeDecideInput } from '../fixtures/makeDecideInput.js';
import { makeRisk } from '../fixtures/makeRisk.js';
import { makeSituation } from '../fixtures/makeSituation.js';

const decided = (input: Partial<DecideInput>) => decide(makeDecideInput(input));

describe('isWorthWaiting', () => {
  it.each<[string, Partial<DecideInput>]>([
    ['typing', { situation: makeSituation({ sinceTypingMs: 0 }) }],
    ['selecting', { situation: makeSituation({ selecting: true }) }],
    ['dragging', { situation: makeSituation({ dragging: true }) }],
    ['a dialog', { situation: makeSituation({ dialogOpen: true }) }],
    ['activity', { situation: makeSituation({ quietMs: 0 }) }],
    ['a hidden page', { situation: makeSituation({ visible: false }) }],
    ['a young session', { sessionMs: 0 }],
    ['two of them', { sessionMs: 0, situation: makeSituation({ dragging: true }) }],
  ])('waits for the end of %s', (_, input) => {
    expect(isWorthWaiting(decided(input))).toBe(true);
    expect(waitMs(decided(input))).toBe(500);
  });

  it.each<[string, Partial<DecideInput>]>([
    ['nothing stands in the way', {}],
    ['the risk is low', { risk: makeRisk({ probability: 0.1 }) }],
    [
      'the risk is low and the visitor typing',
      {
        risk: makeRisk({ probability: 0.1 }),
        situation: makeSituation({ sinceTypingMs: 0 }),
      },
    ],
    ['there is no offer', { offerExists: false }],
    ['the moment was passed over at random', { random: () => 0.97 }],
  ])('does not wait when %s', (_, input) => {
    expect(isWorthWaiting(decided(input))).toBe(false);
    expect(waitMs(decided(input))).toBeUndefined();
  });
});
