import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptContext } from '../../src/models/attemptContext.js';

const NAMES = ['idle', 'pastRisk', 'span'];

/** What calibration sees of a moment so many seconds into an attempt. */
function after(seconds: number) {
  const [span, pastRisk, ...stages] = attemptContext(NAMES).of(
    Float64Array.of(9, 0.3, Math.log1p(seconds) / 2),
  );
  return { span, pastRisk, stages };
}

describe('attemptContext', () => {
  it('knows how far the attempt is, and how it looked', () => {
    const { span, pastRisk, stages } = after(6);
    expect(span).toBeCloseTo(Math.log(7) / 2, 12);
    expect(pastRisk).toBe(0.3);
    expect(stages).toHaveLength(attemptContext(NAMES).size - 2);
  });

  it.each([
    [0, [1, 0, 0, 0, 0]],
    [2, [1, 0, 0, 0, 0]],
    [6, [0, 1, 0, 0, 0]],
    // Half of the way from log 7 to log 19.
    [Math.sqrt(7 * 19) - 1, [0, 0.5, 0.5, 0, 0]],
    [162, [0, 0, 0, 0, 1]],
    [5000, [0, 0, 0, 0, 1]],
  ])('%d s into it lies on its stages', (seconds, stages) => {
    after(seconds).stages.forEach((share, i) => expect(share).toBeCloseTo(stages[i]!, 9));
  });

  it('shares a moment out among its stages', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 10_000, noNaN: true }), (seconds) => {
        const { stages } = after(seconds);
        expect(stages.reduce((sum, share) => sum + share)).toBeCloseTo(1, 9);
        expect(Math.min(...stages)).toBeGreaterThanOrEqual(0);
        expect(stages.filter((share) => share > 0).length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it.each([[['idle']], [['idle', 'span']], [['idle', 'pastRisk']]])(
    'sees nothing in %s',
    (names) => {
      const { size, of } = attemptContext(names);
      expect(size).toBe(0);
      expect(of(Float64Array.of(1, 1))).toEqual([]);
    },
  );
});
