import { describe, expect, it } from 'vitest';
import { adviceFor } from '../../scripts/install.js';

describe('adviceFor', () => {
  it.each([
    ['linux', 'apt-get install chromium'],
    ['darwin', '/Applications'],
    ['freebsd', 'your system'],
  ])('tells %s users how to get a browser and where to say so', (platform, way) => {
    expect(adviceFor(platform)).toContain(way);
    expect(adviceFor(platform)).toContain('CHROMIUM_PATH');
  });
});
