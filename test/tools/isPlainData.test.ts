import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainData } from '../../src/tools/isPlainData.js';

describe('isPlainData', () => {
  it('is true of whatever JSON can hold', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => isPlainData(value)));
  });

  it.each([
    ['NaN', NaN],
    ['an infinity', [1, -Infinity]],
    ['a function', { a: () => {} }],
    ['a symbol', { a: Symbol('a') }],
    ['a bigint', 1n],
    ['a date', new Date(0)],
    ['a map', { a: new Map() }],
    ['a typed array', new Float64Array(2)],
    ['an error', new Error('no')],
  ])('is false of %s', (_, value) => {
    expect(isPlainData(value)).toBe(false);
  });

  it('is false of a cycle', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(isPlainData(cycle)).toBe(false);
  });

  it('says yes only to what can be cloned', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        if (isPlainData(value)) expect(() => structuredClone(value)).not.toThrow();
      }),
    );
  });
});
