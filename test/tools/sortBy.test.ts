import { describe, expect, it } from 'vitest';
import { sortBy } from '../../src/tools/sortBy.js';

describe('sortBy', () => {
  it('sorts a copy, and leaves those of the same key in their order', () => {
    const words = ['ccc', 'a', 'bb', 'aa'];
    expect(sortBy(words, ({ length }) => length)).toEqual(['a', 'bb', 'aa', 'ccc']);
    expect(sortBy(words, (word) => word)).toEqual(['a', 'aa', 'bb', 'ccc']);
    expect(words).toEqual(['ccc', 'a', 'bb', 'aa']);
  });
});
