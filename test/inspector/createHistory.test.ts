import { describe, expect, it } from 'vitest';
import { createHistory } from '../../src/inspector/createHistory.js';

describe('createHistory', () => {
  it('keeps the last few, oldest first', () => {
    const history = createHistory<number>(3);
    for (const item of [1, 2, 3, 4, 5]) history.add(item);
    expect(history.items).toEqual([3, 4, 5]);
  });

  it('is empty after clear, and goes on', () => {
    const history = createHistory<number>(3);
    history.add(1);
    history.clear();
    expect(history.items).toEqual([]);
    history.add(2);
    expect(history.items).toEqual([2]);
  });
});
