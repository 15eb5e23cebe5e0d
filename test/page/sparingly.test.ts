import { describe, expect, it, vi } from 'vitest';
import { sparingly } from '../../src/browser/sparingly.js';

function setUp(restMs: number | undefined) {
  const target = new EventTarget();
  const waiting: [ms: number, fn: () => void][] = [];
  const next = vi.fn(() => restMs);
  const host = {
    on: (_: unknown, fn: (event: Event) => void) => {
      target.addEventListener('move', fn);
      return () => target.removeEventListener('move', fn);
    },
    later: (ms: number, fn: () => void) => {
      const wait: [number, () => void] = [ms, fn];
      waiting.push(wait);
      return () => void waiting.splice(waiting.indexOf(wait), 1);
    },
  };
  const stop = sparingly(host, 'move', next);
  return { move: () => target.dispatchEvent(new Event('move')), next, stop, waiting };
}

describe('sparingly', () => {
  it('hears nothing for as long as it was told, and then again', () => {
    const { move, next, waiting } = setUp(500);
    move();
    move();
    expect(next).toHaveBeenCalledTimes(1);
    const [[ms, wake]] = waiting as [[number, () => void]];
    expect(ms).toBe(500);
    wake();
    move();
    expect(next).toHaveBeenCalledTimes(2);
  });

  it('hears everything while it is told nothing', () => {
    const { move, next, waiting } = setUp(undefined);
    move();
    move();
    expect(next).toHaveBeenCalledTimes(2);
    expect(waiting).toEqual([]);
  });

  it('is ended while it listens and while it rests', () => {
    const listening = setUp(undefined);
    listening.stop();
    listening.move();
    expect(listening.next).not.toHaveBeenCalled();
    const resting = setUp(500);
    resting.move();
    resting.stop();
    expect(resting.waiting).toEqual([]);
  });
});
