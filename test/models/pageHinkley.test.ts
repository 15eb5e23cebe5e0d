import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageHinkley } from '../../src/models/pageHinkley.js';
import { seededRandom } from '../../src/tools/seededRandom.js';

describe('pageHinkley', () => {
  it('stays silent while nothing changes', () => {
    const random = seededRandom(3);
    const test = pageHinkley();
    const told = Array.from({ length: 5000 }, () => test.update(0.4 + 0.2 * random()));
    expect(told.some(Boolean)).toBe(false);
  });

  it('tells a change for the worse soon, and once', () => {
    const test = pageHinkley({ tolerance: 0.1, threshold: 5 });
    for (let i = 0; i < 100; i += 1) expect(test.update(0.3)).toBe(false);
    const told = Array.from({ length: 40 }, () => test.update(1.3));
    // Each value exceeds the mean by about 1 at first.
    expect(told.indexOf(true)).toBeGreaterThan(3);
    expect(told.indexOf(true)).toBeLessThan(9);
    expect(told.filter(Boolean)).toHaveLength(1);
  });

  it('takes what comes in parts for as much as in one piece', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 3, noNaN: true })), (values) => {
        const [whole, parted] = [pageHinkley(), pageHinkley()];
        for (const value of values) {
          whole.update(value);
          for (let part = 0; part < 4; part += 1) parted.update(value, 1 / 4);
        }
        expect(parted.state[0]).toBeCloseTo(whole.state[0]!, 9);
        expect(parted.state[1]).toBeCloseTo(whole.state[1]!, 9);
      }),
    );
  });

  it('does not mind a change for the better', () => {
    const test = pageHinkley();
    for (let i = 0; i < 100; i += 1) test.update(1);
    expect(Array.from({ length: 200 }, () => test.update(0.1)).some(Boolean)).toBe(false);
  });
});
