// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { timers } from '../../src/browser/timers.js';

const made = () => {
  const report = vi.fn();
  return { report, later: timers(window as Window & typeof globalThis, report) };
};

describe('timers', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('call each once, in the order of their times, with one timer of the browser', () => {
    const { later } = made();
    const called: number[] = [];
    for (const ms of [300, 0, 2000, 50]) later(ms, () => called.push(ms));
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(5000);
    expect(called).toEqual([0, 50, 300, 2000]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([0, 50, 100, 230, 2300])('keep to %i ms within a few', (ms) => {
    const { later } = made();
    const fn = vi.fn();
    later(ms, fn);
    vi.advanceTimersByTime(Math.max(0, ms - 30));
    if (ms > 50) expect(fn).not.toHaveBeenCalled();
    vi.advanceTimersByTime(60);
    expect(fn).toHaveBeenCalledTimes(1);
  });

  it('leave nothing behind when all is called off', () => {
    const { later } = made();
    const fn = vi.fn();
    const cancels = [10, 20, 3000].map((ms) => later(ms, fn));
    for (const cancel of cancels) cancel();
    expect(vi.getTimerCount()).toBe(0);
    later(20, fn);
    cancels[0]!();
    vi.advanceTimersByTime(5000);
    expect(fn).toHaveBeenCalledTimes(1);
  });

  it('can be called off by one another, and set by what they call', () => {
    const { later } = made();
    const called: string[] = [];
    later(10, () => {
      called.push('first');
      cancel();
      later(10, () => called.push('third'));
    });
    const cancel = later(10, () => called.push('second'));
    vi.advanceTimersByTime(1000);
    expect(called).toEqual(['first', 'third']);
  });

  it('report what throws, and go on', () => {
    const { later, report } = made();
    const fn = vi.fn();
    later(10, () => {
      throw new Error('no');
    });
    later(10, fn);
    vi.advanceTimersByTime(100);
    expect(report).toHaveBeenCalledTimes(1);
    expect(fn).toHaveBeenCalledTimes(1);
  });
});
