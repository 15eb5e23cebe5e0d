import { describe, expect, it } from 'vitest';
import { attemptLooks } from '../../src/brain/attemptLooks.js';

/** A page that was loaded at a wall time, whose own clock begins at 0. */
function page(loadedAt: number) {
  let now = 0;
  return {
    looks: attemptLooks({ now: () => now, wallTime: () => loadedAt + now }),
    wait: (ms: number) => (now += ms),
  };
}

const attempt = (startedAt: number, id = 'buy') => ({
  task: { id, name: id, probability: 1 },
  startedAt,
});

describe('attemptLooks', () => {
  it('counts the looks at an attempt, and begins anew with the next one', () => {
    const { looks } = page(0);
    expect([1, 2, 3].map(() => looks.count(attempt(100)))).toEqual([1, 2, 3]);
    expect(looks.count(attempt(100, 'return'))).toBe(1);
    expect(looks.count(attempt(60_000, 'return'))).toBe(1);
    expect(looks.count({ startedAt: 60_000 })).toBe(1);
  });

  it('goes on counting where an attempt goes on after a page load', () => {
    const before = page(1_000_000);
    for (let i = 0; i < 3; i += 1) before.looks.count(attempt(100));
    before.wait(20_000);
    const state = JSON.parse(JSON.stringify(before.looks.getState()));
    const after = page(1_025_000);
    expect(after.looks.setState(state)).toBe(true);
    // The same moment on the new page's clock, as `intent` gives it, a little off.
    expect(after.looks.count(attempt(-24_930))).toBe(4);
    expect(after.looks.count(attempt(-24_930))).toBe(5);
    expect(after.looks.count(attempt(10))).toBe(1);
  });

  it.each([undefined, null, 7, {}, { task: 1, startedAt: 2, looks: 3 }])('refuses %j', (state) => {
    const { looks } = page(0);
    looks.count(attempt(100));
    expect(looks.setState(state)).toBe(false);
    expect(looks.count(attempt(100))).toBe(2);
  });

  it('forgets, and keeps nothing of an attempt that there never was', () => {
    const { looks } = page(0);
    looks.count(attempt(100));
    looks.forget();
    const state = JSON.parse(JSON.stringify(looks.getState()));
    expect(page(0).looks.setState(state)).toBe(false);
    expect(looks.count(attempt(100))).toBe(1);
  });
});
