import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packNumbers, unpackNumbers } from '../../src/tools/packNumbers.js';
import { roundTo } from '../../src/tools/roundTo.js';

const areSame = (a: readonly number[], b: readonly number[]) =>
  a.length === b.length && a.every((value, i) => Object.is(value, b[i]));

describe('packNumbers', () => {
  it.each([
    [[], '0'],
    [[0, 1, -1, 15, -16], '0ACDehB'],
    [[0.5, -2], '1KpB'],
  ])('writes %j as %s', (values, text) => expect(packNumbers(values)).toBe(text));

  it('gives back bit for bit what it takes', () => {
    const value = fc.double({ min: -5e8, max: 5e8, noNaN: true });
    fc.assert(
      fc.property(fc.array(value), fc.integer({ min: 0, max: 6 }), (values, decimals) => {
        const short = values.map((each) => roundTo(each, decimals));
        const text = packNumbers(short);
        return text === undefined || areSame(unpackNumbers(text), short);
      }),
    );
  });

  it.each([[[1e9]], [[NaN]], [[-Infinity]], [[1 / 3]], [[-0]]])('leaves %j as it is', (values) =>
    expect(packNumbers(values)).toBeUndefined(),
  );

  it('is half as long as JSON', () => {
    const values = Array.from({ length: 1000 }, (_, i) => Math.round(300 * Math.sin(i)) + 0);
    expect(packNumbers(values)!.length).toBeLessThan(JSON.stringify(values).length * 0.55);
  });

  it('makes some numbers of any text', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(unpackNumbers(text))));
  });
});
