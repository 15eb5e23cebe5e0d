import { describe, expect, it } from 'vitest';
import { hasShape } from '../../src/tools/hasShape.js';

const SHAPE = { id: 'string', at: 'number', x: 'array', map: 'object', seen: 'boolean?' } as const;
const GOOD = { id: 'a', at: 1, x: [], map: {} };

describe('hasShape', () => {
  it.each([
    ['all that is asked for', GOOD],
    ['what may be absent', { ...GOOD, seen: true }],
    ['more than that', { ...GOOD, more: 1 }],
  ])('is true of %s', (_, value) => {
    expect(hasShape(value, SHAPE)).toBe(true);
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['an array', []],
    ['something missing', { ...GOOD, id: undefined }],
    ['another kind', { ...GOOD, at: '1' }],
    ['null for an object', { ...GOOD, map: null }],
    ['an array for an object', { ...GOOD, map: [] }],
    ['another kind of what may be absent', { ...GOOD, seen: 1 }],
    [
      'an inherited property',
      Object.assign(Object.create({ id: 'a' }) as object, { at: 1, x: [], map: {} }),
    ],
  ])('is false of %s', (_, value) => {
    expect(hasShape(value, SHAPE)).toBe(false);
  });
});
