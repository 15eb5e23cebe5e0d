import { describe, expect, it } from 'vitest';
import { createHandModel, minimumJerk } from '../../scripts/handModel.js';

describe('minimumJerk', () => {
  it('begins and ends at rest', () => {
    expect(minimumJerk(0)).toBe(0);
    expect(minimumJerk(0.5)).toBeCloseTo(0.5);
    expect(minimumJerk(1)).toBe(1);
    expect(minimumJerk(0.001)).toBeLessThan(1e-7);
    expect(1 - minimumJerk(0.999)).toBeLessThan(1e-7);
  });
});

describe('createHandModel', () => {
  it('moves all the way, in about the time given', () => {
    const { path } = createHandModel(3).moveTo('pay', { ms: 800 });
    const ms = path.reduce((sum, [step]) => sum + Number(step), 0);
    expect(path.at(-1)!.slice(1)).toEqual([1, 0]);
    expect(ms).toBeGreaterThan(700);
    expect(ms).toBeLessThan(900);
  });

  it('stays near the straight way', () => {
    const { path } = createHandModel(5).moveTo('pay');
    expect(path.every(([, , across]) => Math.abs(Number(across)) < 0.12)).toBe(true);
  });

  it('gives the same again for the same seed', () => {
    expect(createHandModel(1).moveTo('pay')).toEqual(createHandModel(1).moveTo('pay'));
    expect(createHandModel(2).moveTo('pay')).not.toEqual(createHandModel(1).moveTo('pay'));
  });

  it('presses in the rhythm of someone impatient', () => {
    const steps = createHandModel(1).pressOften(4);
    const ms = steps.reduce(
      (sum, step) => sum + ('pressMs' in step ? step.pressMs : step.pauseMs),
      0,
    );
    expect(steps).toHaveLength(8);
    expect(ms).toBeLessThan(1000);
  });
});
