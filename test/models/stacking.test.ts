import { describe, expect, it } from 'vitest';
import { stacking } from '../../src/models/stacking.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import type { Label } from '../../src/types.js';

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));

/** Teaches it moments of two experts, each of whom knows one half of the truth. */
function teach(n: number) {
  const random = seededRandom(3);
  const stack = stacking(2);
  for (let i = 0; i < n; i += 1) {
    const [a, b] = [4 * random() - 2, 4 * random() - 2];
    const y: Label = random() < sigmoid(a + b) ? 1 : 0;
    const said = [sigmoid(a), sigmoid(b)];
    stack.learn((said[0]! + said[1]!) / 2, said, y, 1);
  }
  return stack;
}

describe('stacking', () => {
  it('changes nothing at first', () => {
    expect(stacking(2).correct(0.3, [0.1, 0.8])).toBeCloseTo(0.3, 12);
  });

  it('goes beyond both experts where they know different things', () => {
    const said = [sigmoid(1.5), sigmoid(1.5)];
    // Both together know that it is 3 logits.
    expect(teach(3000).correct(said[0]!, said)).toBeGreaterThan(sigmoid(2.2));
  });

  it('calibrates a mixture that is too sure', () => {
    const random = seededRandom(5);
    const stack = stacking(1);
    for (let i = 0; i < 2000; i += 1) {
      const p = i % 2 ? 0.9 : 0.1;
      stack.learn(p, [p], random() < (i % 2 ? 0.65 : 0.35) ? 1 : 0, 1);
    }
    expect(Math.abs(stack.correct(0.9, [0.9]) - 0.65)).toBeLessThan(0.08);
  });

  it('takes who says nothing for one who agrees', () => {
    const stack = teach(500);
    expect(stack.correct(0.4, [NaN, 0.4])).toBeCloseTo(stack.correct(0.4, [0.4, 0.4]), 12);
  });

  it('forgets: what became true late counts soon', () => {
    const stack = stacking(1);
    for (let i = 0; i < 4000; i += 1) stack.learn(0.5, [0.5], 0, 1);
    for (let i = 0; i < 300; i += 1) stack.learn(0.5, [0.5], 1, 1);
    expect(stack.correct(0.5, [0.5])).toBeGreaterThan(0.5);
  });

  it('does not take precisions for a state that are not above 0', () => {
    const stack = stacking(1);
    expect(stack.isState([...stack.state])).toBe(true);
    expect(stack.isState([...stack.state].with(-1, 0))).toBe(false);
  });
});
