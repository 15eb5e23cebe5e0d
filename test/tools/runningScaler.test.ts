import { describe, expect, it } from 'vitest';
import { runningScaler } from '../../src/tools/runningScaler.js';
import { makeStream } from '../fixtures/makeStream.js';

describe('runningScaler', () => {
  it('starts as if it had seen one vector of mean 0 and variance 1', () => {
    expect([...runningScaler(2).transform([0.5, -3])]).toEqual([0.5, -3]);
  });

  it('has the mean and variance of what it saw and of that first vector', () => {
    const scaler = runningScaler(1);
    scaler.learn([[2], [4]]);
    // Values 0, 2, 4 with an extra 1 in the sum of squares: mean 2, (4 + 0 + 4 + 1) / 3 = 3.
    expect(scaler.mean()[0]).toBeCloseTo(2, 12);
    expect(scaler.scale()[0]).toBeCloseTo(1 / Math.sqrt(3), 12);
    expect(scaler.transform([5])[0]).toBeCloseTo(Math.sqrt(3), 12);
  });

  it('comes to the same moments by batches of any size', () => {
    const xs = makeStream(500).map(({ x }) => x.map((value, i) => 1e3 * i + value));
    const momentsBy = (size: number) => {
      const scaler = runningScaler(6);
      for (let i = 0; i < xs.length; i += size) scaler.learn(xs.slice(i, i + size));
      return scaler.moments;
    };
    const one = momentsBy(1);
    for (const size of [7, 100, 500]) {
      momentsBy(size).forEach((value, i) => expect(value / one[i]!).toBeCloseTo(1, 10));
    }
  });

  it('clips what lies far out, and what would overflow', () => {
    const scaler = runningScaler(2);
    scaler.learn([
      [1e308, 0],
      [-1e308, 0],
    ]);
    expect([...scaler.moments].every(Number.isFinite)).toBe(true);
    expect(scaler.transform([0, -1e308])[1]).toBe(-8);
  });

  it('does nothing for an empty batch', () => {
    const scaler = runningScaler(1);
    scaler.learn([]);
    expect([...scaler.moments]).toEqual([1, 0, 1]);
  });
});
