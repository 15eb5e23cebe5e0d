import { describe, expect, it } from 'vitest';
import { describeDecision, failedFirst } from '../../src/inspector/describeDecision.js';
import { makeDecision, makeGate } from '../fixtures/makeDecision.js';

describe('describeDecision', () => {
  it('names the first gate that failed, and counts the others', () => {
    const gates = [
      makeGate('visible', true),
      makeGate('notTyping', false, 'composing text'),
      makeGate('cooldown', false),
      makeGate('risk', false),
    ];
    expect(describeDecision(makeDecision({ gates }))).toEqual({
      title: 'no prompt',
      tone: 'none',
      reason: 'notTyping: composing text, and 2 more',
    });
  });

  it.each([
    [{ shown: true, action: 'card' }, 'card shown', 'shown'],
    [{ action: 'badge', arm: 'holdout' }, 'badge held out', 'held'],
    [{ action: 'card', arm: 'treated' }, 'card not shown', 'held'],
    [{ action: 'none', arm: 'holdout' }, 'no prompt', 'none'],
  ] as const)('says of %o %s', (decision, title, tone) => {
    expect(describeDecision(makeDecision(decision))).toMatchObject({ title, tone });
  });
});

describe('failedFirst', () => {
  it('keeps the order of the policy otherwise', () => {
    const gates = ['a', 'B', 'c', 'D'].map((name) => makeGate(name, name > 'Z'));
    expect(failedFirst(gates).map(({ name }) => name)).toEqual(['B', 'D', 'a', 'c']);
  });
});
