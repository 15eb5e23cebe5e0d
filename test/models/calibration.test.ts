import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibration } from '../../src/models/calibration.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import type { Label } from '../../src/types.js';

const random = seededRandom(6);
const drawn = (p: number): Label => (random() < p ? 1 : 0);

describe('calibration', () => {
  it('changes nothing at first, whatever the context', () => {
    const context = fc.array(fc.double({ min: -3, max: 3, noNaN: true }), {
      minLength: 2,
      maxLength: 2,
    });
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), context, (p, around) => {
        expect(calibration(2).correct(p, around)).toBeCloseTo(p, 9);
      }),
    );
  });

  it('mends what is too sure at both ends and not sure enough between them', () => {
    const truth = new Map([
      [0.03, 0.1],
      [0.3, 0.2],
      [0.7, 0.8],
      [0.97, 0.9],
    ]);
    const calibrating = calibration();
    for (let i = 0; i < 8000; i += 1) {
      const [p, right] = [...truth][i % 4]!;
      calibrating.learn(p, [], drawn(right), 1);
    }
    for (const [p, right] of truth)
      expect(Math.abs(calibrating.correct(p, []) - right)).toBeLessThan(0.06);
  });

  it('tells moments of one context from those of another', () => {
    const calibrating = calibration(1);
    for (let i = 0; i < 4000; i += 1) calibrating.learn(0.5, [i % 2], drawn(i % 2 ? 0.7 : 0.4), 1);
    expect(Math.abs(calibrating.correct(0.5, [1]) - 0.7)).toBeLessThan(0.06);
    expect(Math.abs(calibrating.correct(0.5, [0]) - 0.4)).toBeLessThan(0.06);
  });

  it('does not take variances for a state that are not above 0', () => {
    const calibrating = calibration(1);
    expect(calibrating.isState([...calibrating.state])).toBe(true);
    expect(calibrating.isState([...calibrating.state].with(-1, 0))).toBe(false);
  });
});
