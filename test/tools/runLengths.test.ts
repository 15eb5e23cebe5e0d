import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromRuns, toRuns } from '../../src/tools/runLengths.js';

describe('toRuns', () => {
  it.each([
    [[], []],
    [
      [0.5, 0.5, 3],
      [2, 0.5, 1, 3],
    ],
    // A count that equals the next value is no value.
    [
      [1, 1, 2],
      [2, 1, 1, 2],
    ],
  ])('writes %j as %j', (values, runs) => expect(toRuns(values)).toEqual(runs));

  it('is undone by fromRuns', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 })), (values) => {
        expect(fromRuns(toRuns(values))).toEqual(values);
      }),
    );
  });
});
