import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/prompts/plainText.js';

describe('plainText', () => {
  it('takes out characters that turn the reading direction around', () => {
    expect(plainText('a\u202eb\u2066c\u200fd\u061c', 10)).toBe('abcd');
  });

  it('keeps a text that just fits', () => {
    expect(plainText(' 12345 ', 5)).toBe('12345');
  });

  it('marks where it cut, after a word or a letter', () => {
    expect(plainText('12345 6789', 7)).toBe('12345…');
  });

  it('never cuts a character in two, nor exceeds the length', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (given, maxLength) => {
        const shown = plainText(given, maxLength);
        expect(shown.length).toBeLessThanOrEqual(maxLength);
        expect(shown).not.toMatch(/\p{Cs}/u);
      }),
    );
  });
});
