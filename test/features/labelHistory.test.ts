import { describe, expect, it } from 'vitest';
import { createSharedPast, NO_PAST, notePast, pastOf } from '../../src/features/labelHistory.js';
import type { Label } from '../../src/types.js';

/** What is known after these endings, each of weight `w`. */
function after(endings: readonly Label[], w?: number) {
  const shared = createSharedPast();
  const own = endings.reduce((known, y) => notePast(shared, known, y, 'task', w), NO_PAST);
  return pastOf(shared, own, 'task');
}

describe('labelHistory', () => {
  it('says nothing before it knows anything', () => {
    expect(Object.values(pastOf(createSharedPast(), NO_PAST, 'task'))).toEqual(
      Object.values(after([])).map(() => 0),
    );
  });

  it('rises with bad endings and falls with good ones', () => {
    expect(after([1, 1]).basePast).toBeGreaterThan(after([1]).basePast);
    expect(after([0, 0]).basePast).toBeLessThan(after([0]).basePast);
    expect(after([1]).ownLast).toBe(0.5);
  });

  it('learns less from looks that share an ending than from as many endings', () => {
    const nine = Array<Label>(9).fill(0);
    expect(after(nine, 1 / 3).basePast).toBeCloseTo(after([0, 0, 0]).basePast, 2);
    expect(after(nine, 1 / 3).basePast).toBeGreaterThan(after(nine).basePast);
  });

  it('is the same whether one ending comes whole or in parts', () => {
    const [whole, parts] = [after([1]), after([1, 1, 1, 1], 1 / 4)];
    expect(parts.ownLast).toBeCloseTo(whole.ownLast, 9);
    expect(parts.ownSeen).toBeCloseTo(whole.ownSeen, 9);
    expect(parts.basePast).toBeCloseTo(whole.basePast, 1);
  });
});
