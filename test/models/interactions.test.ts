import { describe, expect, it } from 'vitest';
import { interactions, pairsOf } from '../../src/models/interactions.js';
import { logisticRegression } from '../../src/models/logisticRegression.js';
import type { OnlineClassifier } from '../../src/models/OnlineClassifier.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import type { Label } from '../../src/types.js';
import { itIsAnOnlineClassifier } from '../contracts/onlineClassifier.js';

/** Ends badly where just one of two measures is high: each of them alone says nothing. */
function shareRight(model: OnlineClassifier): number {
  const random = seededRandom(3);
  let nRight = 0;
  for (let i = 0; i < 1000; i += 1) {
    const x = Float64Array.from({ length: 3 }, () => 2 * random() - 1);
    const y: Label = x[0]! > 0 !== x[1]! > 0 ? 1 : 0;
    if (i >= 500 && model.predictProbaOne(x) > 0.5 === (y === 1)) nRight += 1;
    model.learnOne(x, y);
  }
  return nRight / 500;
}

describe('interactions', () => {
  itIsAnOnlineClassifier(() => interactions({ nFeatures: 2 }));

  it('learns what two measures say together and neither says alone', () => {
    expect(shareRight(interactions({ nFeatures: 3 }))).toBeGreaterThan(0.9);
    expect(shareRight(logisticRegression({ nFeatures: 3 }))).toBeLessThan(0.6);
  });

  it('takes no notice of the sequence features that it is given', () => {
    const model = interactions({ nFeatures: 1 });
    const x = Float64Array.of(1);
    model.learnOne(x, 1, 1, [1, 2, 3]);
    expect(model.predictProbaOne(x, [1, 2, 3])).toBe(model.predictProbaOne(x, []));
  });

  it('says in one word what the pairs moved', () => {
    const model = interactions({ nFeatures: 2, featureNames: ['a', 'b'] });
    const x = Float64Array.of(1, -1);
    for (let i = 0; i < 10; i += 1) model.learnOne(x, 1);
    const { contribution } = model.contributions!(x).find((c) => c.feature === 'interactions')!;
    expect(contribution).toBeGreaterThan(0.2);
  });
});

describe('pairsOf', () => {
  it('has every level and every pair of levels on, and nothing of what never varied', () => {
    expect(pairsOf(Float64Array.of(1, -1, 0.1))).toHaveLength(3 + 3);
    expect(pairsOf(Float64Array.of(1, 0, 0))).toHaveLength(1);
    expect(pairsOf(new Float64Array(5))).toEqual([]);
  });

  it('is the same within a level and another one beyond it', () => {
    const at = (value: number) => pairsOf(Float64Array.of(value, 2));
    expect(at(0.9)).toEqual(at(1.9));
    expect(at(0.9)).not.toEqual(at(0.5));
    expect(at(0.5)).not.toEqual(at(-0.5));
  });

  it('pairs what stands out, however many measures there are', () => {
    const z = Float64Array.from({ length: 130 }, (_, i) => (i < 24 ? 2 : 0.5));
    const others = z.map((value, i) => (i < 24 ? value : -value));
    expect(pairsOf(others)).toEqual(pairsOf(z));
  });
});
