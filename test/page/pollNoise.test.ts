import { describe, expect, it } from 'vitest';
import { pollNoise } from '../../src/browser/pollNoise.js';

const request = (name: string, initiatorType = 'fetch') =>
  ({ name, initiatorType }) as PerformanceResourceTiming;

describe('pollNoise', () => {
  it('knows an address that was asked for twice with no press near, whatever its values', () => {
    const noise = pollNoise();
    expect(noise.isNoise(request('https://x.y/poll?t=1'), 'a')).toBe(false);
    noise.isNoise(request('https://x.y/poll?t=2'));
    expect(noise.isNoise(request('https://x.y/poll?t=3'), 'a')).toBe(false);
    noise.isNoise(request('https://x.y/poll?t=4'));
    expect(noise.isNoise(request('https://x.y/poll?t=5'), 'a')).toBe(true);
    expect(noise.isNoise(request('https://x.y/other'), 'a')).toBe(false);
    expect(noise.isNoise(request('https://x.y/poll?save=5'), 'a')).toBe(false);
  });

  it('knows an address that is asked for whatever is pressed, from the third control on', () => {
    const noise = pollNoise();
    const after = (control: string) => noise.isNoise(request('https://x.y/events'), control);
    expect(['a', 'a', 'a', 'b', 'b', 'c', 'd', 'a'].map(after)).toEqual([
      ...[false, false, false, false, false],
      ...[true, true, true],
    ]);
  });

  it('leaves out what shows nothing, and our own files', () => {
    const noise = pollNoise();
    expect(noise.isNoise(request('https://x.y/log', 'beacon'), 'a')).toBe(true);
    expect(noise.isNoise(request('https://x.y/beforehand.learner.js', 'other'), 'a')).toBe(true);
  });

  it('remembers no more than 100 addresses', () => {
    const noise = pollNoise();
    for (let i = 0; i < 101; i += 1) {
      noise.isNoise(request(`https://x.y/${i}`));
      noise.isNoise(request(`https://x.y/${i}`));
    }
    expect(noise.isNoise(request('https://x.y/99'), 'a')).toBe(true);
    expect(noise.isNoise(request('https://x.y/100'), 'a')).toBe(false);
  });
});
