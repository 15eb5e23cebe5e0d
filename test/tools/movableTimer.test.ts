import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { movableTimer } from '../../src/tools/movableTimer.js';

describe('movableTimer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('calls once, in the time that was set last', () => {
    const fn = vi.fn();
    const timer = movableTimer(fn);
    timer.set(700);
    vi.advanceTimersByTime(500);
    timer.set(700);
    vi.advanceTimersByTime(699);
    expect(fn).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(fn).toHaveBeenCalledTimes(1);
  });

  it('comes sooner when it is set to', () => {
    const fn = vi.fn();
    const timer = movableTimer(fn);
    timer.set(5000);
    timer.set(100);
    vi.advanceTimersByTime(100);
    expect(fn).toHaveBeenCalledTimes(1);
  });

  it('can be set anew by what it calls, and after it was cleared', () => {
    const fn = vi.fn();
    const timer = movableTimer(() => {
      fn();
      if (fn.mock.calls.length < 3) timer.set(100);
    });
    timer.set(100);
    timer.clear();
    vi.advanceTimersByTime(1000);
    expect(fn).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
    timer.set(100);
    vi.advanceTimersByTime(1000);
    expect(fn).toHaveBeenCalledTimes(3);
  });

  it('does not wait for a clock that the page has stopped', () => {
    const fn = vi.fn();
    vi.spyOn(Date, 'now').mockReturnValue(0);
    const timer = movableTimer(fn);
    timer.set(700);
    vi.advanceTimersByTime(300);
    timer.set(700);
    vi.advanceTimersByTime(1400);
    expect(fn).toHaveBeenCalledTimes(1);
    vi.restoreAllMocks();
  });
});
