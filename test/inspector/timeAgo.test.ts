import { describe, expect, it } from 'vitest';
import { timeAgo } from '../../src/inspector/timeAgo.js';

describe('timeAgo', () => {
  it.each([
    [-5, 'now'],
    [NaN, 'now'],
    [999, 'now'],
    [1000, '1 s ago'],
    [59_999, '59 s ago'],
    [60_000, '1 min ago'],
    [3_599_999, '59 min ago'],
    [3_600_000, '1 h ago'],
    [90_000_000, '25 h ago'],
  ])('says of %d ms %s', (ageMs, text) => {
    expect(timeAgo(ageMs)).toBe(text);
  });
});
