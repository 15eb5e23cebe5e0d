import { describe, expect, it } from 'vitest';
import { compareReplays, describeComparison } from '../../../cli/replay/compareReplays.js';
import type { Replayed } from '../../../cli/replay/Replayed.js';
import { makeArticle } from '../../fixtures/makeArticle.js';
import { makeDecision } from '../../fixtures/makeDecision.js';
import { makeOffer } from '../../fixtures/makeOffer.js';

/** Prompts at some times, each about an article. */
function replayed(...prompts: readonly (readonly [atMs: number, article: string])[]): Replayed {
  return {
    said: prompts.map(([atMs, id]) => ({
      kind: 'decision',
      atMs,
      decision: makeDecision({
        action: 'card',
        shown: true,
        offer: makeOffer({ kind: 'article', articles: [makeArticle({ id })] }),
      }),
    })),
    ...{ durationMs: 0, pages: 1, presses: 0, complaints: [] },
  };
}

describe('two configurations', () => {
  it('have prompts in common that are within 10 s of each other', () => {
    const { both, onlyFirst, onlySecond } = compareReplays(
      replayed([1000, 'a'], [60_000, 'b']),
      replayed([9000, 'a'], [80_000, 'b'], [90_000, 'c']),
    );
    expect(both).toHaveLength(1);
    expect(onlyFirst.map(({ offer }) => offer)).toEqual(['b']);
    expect(onlySecond.map(({ offer }) => offer)).toEqual(['b', 'c']);
  });

  it('are told apart in words', () => {
    const comparison = compareReplays(replayed([1000, 'a'], [60_000, 'b']), replayed([1000, 'x']));
    const told = describeComparison('visit', comparison);
    expect(told).toContain('0 the same, 1 changed, 1 fewer, 0 more');
    expect(told).toMatch(/~ 0:01\.0 card a .* card x/);
    expect(told).toMatch(/- 1:00\.0 card b/);
  });
});
