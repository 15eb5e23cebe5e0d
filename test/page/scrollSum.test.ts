import { describe, expect, it } from 'vitest';
import { scrollSum } from '../../src/browser/scrollSum.js';

const walk = (...positions: number[]) => {
  const sum = scrollSum();
  return positions.map((scrollTop) => sum({ scrollTop, clientHeight: 500, scrollHeight: 2500 }));
};

describe('scrollSum', () => {
  it('adds up what is between the positions, and keeps the deepest point', () => {
    expect(walk(100, 1000, 500)).toEqual([
      { distancePx: 100, reversals: 0, depth: 0.05 },
      { distancePx: 900, reversals: 0, depth: 0.5 },
      { distancePx: 500, reversals: 1, depth: 0.5 },
    ]);
  });

  it.each([
    ['half a viewport back', [600, 350], 1],
    ['less than half a viewport back', [600, 351], 0],
    ['back in small steps', [600, 500, 400, 340], 1],
    ['back and forth again', [600, 300, 600, 300], 3],
    ['one way', [300, 600, 900], 0],
  ])('counts reversals: %s', (_, positions, reversals) => {
    expect(walk(...positions).reduce((sum, each) => sum + each.reversals, 0)).toBe(reversals);
  });

  it('has no depth where nothing can be scrolled, and none beyond the end', () => {
    expect(scrollSum()({ scrollTop: 0, clientHeight: 500, scrollHeight: 500 }).depth).toBe(0);
    // Safari bounces past the end.
    expect(walk(2100)[0]!.depth).toBe(1);
  });
});
