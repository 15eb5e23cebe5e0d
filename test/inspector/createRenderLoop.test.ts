import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRenderLoop } from '../../src/inspector/createRenderLoop.js';
import { makeReport } from '../fixtures/makeReport.js';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function start({ goesStale = false, hidden = false, fails = false } = {}) {
  const draw = vi.fn(() => {
    if (fails) throw new Error('no');
    return goesStale;
  });
  const document = { hidden };
  const view = {
    performance,
    document,
    setTimeout: (fn: () => void, ms: number) => Number(setTimeout(fn, ms)),
    clearTimeout: (timer: number) => clearTimeout(timer),
  } as unknown as Parameters<typeof createRenderLoop>[0]['view'];
  const report = makeReport();
  return { loop: createRenderLoop({ view, report, draw }), draw, document, report };
}

describe('createRenderLoop', () => {
  it('does nothing until it is asked', () => {
    start();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('draws once for many changes at once', () => {
    const { loop, draw } = start();
    for (let i = 0; i < 50; i += 1) loop.request();
    vi.advanceTimersByTime(1000);
    expect(draw).toHaveBeenCalledTimes(1);
  });

  it('draws at most four times a second, and the last change too', () => {
    const { loop, draw } = start();
    for (let ms = 0; ms < 990; ms += 10) {
      loop.request();
      vi.advanceTimersByTime(10);
    }
    expect(draw).toHaveBeenCalledTimes(4);
    vi.advanceTimersByTime(250);
    expect(draw).toHaveBeenCalledTimes(5);
  });

  it('has no timer once nothing is left to draw', () => {
    const { loop } = start();
    loop.request();
    vi.advanceTimersByTime(1000);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('draws what goes stale once a second', () => {
    const { loop, draw } = start({ goesStale: true });
    loop.request();
    vi.advanceTimersByTime(3500);
    expect(draw).toHaveBeenCalledTimes(4);
    expect(vi.getTimerCount()).toBe(1);
  });

  it('draws nothing while paused, and what was missed on resuming', () => {
    const { loop, draw } = start({ goesStale: true });
    loop.request();
    vi.advanceTimersByTime(0);
    loop.pause();
    loop.request();
    vi.advanceTimersByTime(10_000);
    expect(draw).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
    loop.resume();
    vi.advanceTimersByTime(0);
    expect(draw).toHaveBeenCalledTimes(2);
  });

  it('waits until a hidden page is seen again', () => {
    const { loop, draw, document } = start({ hidden: true });
    loop.request();
    vi.advanceTimersByTime(5000);
    expect(draw).not.toHaveBeenCalled();
    document.hidden = false;
    vi.advanceTimersByTime(1000);
    expect(draw).toHaveBeenCalledTimes(1);
  });

  it('reports a drawing that fails, and draws the next change', () => {
    const { loop, draw, report } = start({ fails: true });
    loop.request();
    vi.advanceTimersByTime(1000);
    loop.request();
    vi.advanceTimersByTime(1000);
    expect(report.codes()).toEqual(['internal', 'internal']);
    expect(draw).toHaveBeenCalledTimes(2);
  });
});
