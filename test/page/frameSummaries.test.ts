// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Host } from '../../src/browser/Host.js';
import { frameSummaries } from '../../src/browser/frameSummaries.js';
import { timers } from '../../src/browser/timers.js';

/** Events of a frame each, as long as somebody moves. */
function setUp() {
  let move = (_at: number) => {};
  let moved = 0;
  const told: [at: number, n: number][] = [];
  const removed = vi.fn();
  const host = { window, later: timers(window as Host['window'], vi.fn()) } as unknown as Host;
  const subscription = frameSummaries(
    host,
    (onEvent) => {
      move = (at) => {
        moved += 1;
        onEvent(at);
      };
      return removed;
    },
    () => {
      const n = moved;
      moved = 0;
      return n || undefined;
    },
  ).subscribe((n) => told.push([performance.now(), n]));
  const moveFor = (ms: number) => {
    for (let n = 0; n < ms / 16; n += 1) {
      move(performance.now());
      vi.advanceTimersByTime(16);
    }
  };
  return { moveFor, told, removed, subscription };
}

describe('frameSummaries', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('come more than four times a second while something moves, and hold all of it in the end', () => {
    const { moveFor, told } = setUp();
    moveFor(4000);
    expect(told.length).toBeGreaterThanOrEqual(17);
    expect(told.length).toBeLessThanOrEqual(18);
    vi.advanceTimersByTime(1000);
    expect(told.reduce((sum, [, n]) => sum + n, 0)).toBe(250);
  });

  it('sum up what nothing follows within a second, and then wait for nothing', () => {
    const { moveFor, told } = setUp();
    moveFor(16);
    vi.advanceTimersByTime(1000);
    expect(told.map(([, n]) => n)).toEqual([1]);
    vi.advanceTimersByTime(1000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('come without frames too, as in a page that nobody sees', () => {
    vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(7);
    const { moveFor, told } = setUp();
    moveFor(2000);
    vi.advanceTimersByTime(1000);
    expect(told.reduce((sum, [, n]) => sum + n, 0)).toBe(125);
  });

  it('leave nothing behind', () => {
    const { moveFor, removed, subscription } = setUp();
    moveFor(300);
    subscription.unsubscribe();
    expect(removed).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });
});
