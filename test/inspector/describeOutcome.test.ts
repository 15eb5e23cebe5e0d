import { describe, expect, it } from 'vitest';
import { describeOutcome } from '../../src/inspector/describeOutcome.js';
import type { Outcome } from '../../src/types.js';

describe('describeOutcome', () => {
  it.each<[Partial<Outcome>, string, string]>([
    [{ kind: 'abandoned', label: 1 }, 'bad', 'learned 1: gave up or asked'],
    [{ kind: 'success', label: 0 }, 'good', 'learned 0: managed alone'],
    [{ kind: 'notNow', censored: true }, 'none', 'no label: an answer to a prompt'],
    [{ kind: 'continued', censored: true }, 'none', 'no label: too little was seen'],
    [{ kind: 'accepted' }, 'none', 'no label: it says nothing about need'],
  ])('says of %o what was learned', (outcome, tone, text) => {
    const words = describeOutcome({
      decisionTime: 0,
      kind: 'continued',
      censored: false,
      ...outcome,
    });
    expect(words).toEqual({ tone, text });
  });
});
