import { describe, expect, it } from 'vitest';
import { format } from '../../src/prompts/format.js';

describe('format', () => {
  it('fills in each place', () => {
    expect(format('{a} and {b}, {a}', { a: 'one', b: 'two' })).toBe('one and two, one');
  });

  it('leaves what is filled in as it is', () => {
    expect(format('{a} {b}', { a: '{b} $& $1', b: 'two' })).toBe('{b} $& $1 two');
  });

  it('empties a place without a value, inherited ones included', () => {
    expect(format('<{a}{constructor}>', {})).toBe('<>');
  });
});
