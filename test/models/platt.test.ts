import { describe, expect, it } from 'vitest';
import { platt } from '../../src/models/platt.js';
import { seededRandom } from '../../src/tools/seededRandom.js';

describe('platt', () => {
  it('changes nothing at first', () => {
    for (const p of [0.01, 0.3, 0.5, 0.99]) expect(platt().calibrate(p)).toBeCloseTo(p, 12);
  });

  it('learns to shift what is too high throughout', () => {
    const calibration = platt();
    const random = seededRandom(1);
    // Says .5 where one in five comes.
    for (let i = 0; i < 3_000; i += 1) calibration.learn(0.5, random() < 0.2 ? 1 : 0, 1);
    expect(Math.abs(calibration.calibrate(0.5) - 0.2)).toBeLessThan(0.05);
  });

  it('learns to flatten what is too sure', () => {
    const calibration = platt();
    const random = seededRandom(2);
    for (let i = 0; i < 5_000; i += 1) {
      const says = i % 2 ? 0.95 : 0.05;
      calibration.learn(says, random() < (i % 2 ? 0.75 : 0.25) ? 1 : 0, 1);
    }
    expect(Math.abs(calibration.calibrate(0.95) - 0.75)).toBeLessThan(0.06);
    expect(Math.abs(calibration.calibrate(0.05) - 0.25)).toBeLessThan(0.06);
  });

  it('keeps the order of probabilities, whatever the labels', () => {
    const calibration = platt();
    for (let i = 0; i < 500; i += 1) {
      calibration.learn(0.99, 0, 20);
      calibration.learn(0.01, 1, 20);
    }
    expect(calibration.calibrate(0.9)).toBeGreaterThan(calibration.calibrate(0.1));
  });
});
