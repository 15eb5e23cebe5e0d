import { describe, expect, it } from 'vitest';
import { logit } from '../../src/tools/logit.js';
import { sigmoid } from '../../src/tools/sigmoid.js';

describe('sigmoid', () => {
  it.each([
    [0, 0.5],
    [Math.log(3), 0.75],
    [-Math.log(3), 0.25],
    [1e308, 1],
    [-1e308, 0],
  ])('takes %d to %d', (from, to) => {
    expect(sigmoid(from)).toBeCloseTo(to, 12);
  });

  it('is undone by logit', () => {
    for (const p of [0.001, 0.2, 0.5, 0.9]) expect(sigmoid(logit(p))).toBeCloseTo(p, 12);
  });
});

describe('logit', () => {
  it('stays finite at certainty', () => {
    expect(logit(1)).toBeCloseTo(Math.log(1e6), 5);
    expect(logit(0)).toBeCloseTo(-Math.log(1e6), 5);
  });
});
