import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringBuffer } from '../../src/tools/ringBuffer.js';

const drained = (ring: ReturnType<typeof ringBuffer>) => {
  const rows: number[][] = [];
  ring.drain((...row) => rows.push(row));
  return rows;
};

describe('ringBuffer', () => {
  it('gives back what was written, oldest first, and is empty then', () => {
    const ring = ringBuffer(4);
    ring.push(1, 2, 3);
    ring.push(4);
    expect(ring.size).toBe(2);
    expect(drained(ring)).toEqual([
      [1, 2, 3],
      [4, 0, 0],
    ]);
    expect(ring.size).toBe(0);
    expect(drained(ring)).toEqual([]);
  });

  it('keeps the last rows, as many as it holds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.array(fc.array(fc.double({ noNaN: true }), { maxLength: 20 }), { maxLength: 4 }),
        (capacity, rounds) => {
          const ring = ringBuffer(capacity);
          for (const values of rounds) {
            for (const value of values) ring.push(value);
            const kept = values.slice(-capacity);
            expect(ring.size).toBe(kept.length);
            expect(drained(ring).map(([value]) => value)).toEqual(kept);
          }
        },
      ),
    );
  });
});
