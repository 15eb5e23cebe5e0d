import { describe, expect, it } from 'vitest';
import { toPort } from '../../scripts/port.js';

describe('toPort', () => {
  it('is 8123 when nothing is asked for', () => {
    expect(toPort(undefined)).toBe(8123);
    expect(toPort('')).toBe(8123);
  });

  it('reads a number', () => {
    expect(toPort('3000')).toBe(3000);
    expect(toPort('0')).toBe(0);
  });

  it.each(['http', '80a', '-1', '65536', '1.5'])('refuses %s', (text) => {
    expect(() => toPort(text)).toThrow('PORT');
  });
});
