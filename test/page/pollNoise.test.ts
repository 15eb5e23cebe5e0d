import { describe, expect, it } from 'vitest';
import { pollNoise } from '../../src/browser/pollNoise.js';

const request = (name: string, initiatorType = 'fetch') =>
  ({ name, initiatorType }) as PerformanceResourceTiming;

describe('pollNoise', () => {
  it('knows an address that was asked for twice with no press near, whatever its values', () => {
    const noise = pollNoise();
    expect(noise.isNoise(request('https://x.y/poll?t=1'), true)).toBe(false);
    noise.isNoise(request('https://x.y/poll?t=2'), false);
    expect(noise.isNoise(request('https://x.y/poll?t=3'), true)).toBe(false);
    noise.isNoise(request('https://x.y/poll?t=4'), false);
    expect(noise.isNoise(request('https://x.y/poll?t=5'), true)).toBe(true);
    expect(noise.isNoise(request('https://x.y/other'), true)).toBe(false);
    expect(noise.isNoise(request('https://x.y/poll?save=5'), true)).toBe(false);
  });

  it('leaves out what shows nothing, and our own files', () => {
    const noise = pollNoise();
    expect(noise.isNoise(request('https://x.y/log', 'beacon'), true)).toBe(true);
    expect(noise.isNoise(request('https://x.y/beforehand.learner.js', 'other'), true)).toBe(true);
  });

  it('remembers no more than 100 addresses', () => {
    const noise = pollNoise();
    for (let i = 0; i < 101; i += 1) {
      noise.isNoise(request(`https://x.y/${i}`), false);
      noise.isNoise(request(`https://x.y/${i}`), false);
    }
    expect(noise.isNoise(request('https://x.y/99'), true)).toBe(true);
    expect(noise.isNoise(request('https://x.y/100'), true)).toBe(false);
  });
});
