import { describe, expect, it } from 'vitest';
import { defaultDetectors } from '../../src/detectors/index.js';
import { FEATURES, featureNames, SCHEMA_VERSION } from '../../src/features/index.js';
import { OWN_SHAPE } from '../../src/features/schema.js';

describe('FEATURES', () => {
  it('are in the order of x, each with a name of its own', () => {
    expect(FEATURES.map(({ name }) => name)).toEqual(featureNames);
    expect(new Set(featureNames).size).toBe(featureNames.length);
  });

  it('have a unit each', () => {
    expect(FEATURES.filter(({ unit }) => !unit || unit.includes('undefined'))).toEqual([]);
    const unitOf = (name: string) => FEATURES.find((feature) => feature.name === name)!.unit;
    expect(unitOf('errors30')).toBe('log count, decayed over 30 s');
    expect(unitOf('rageClick120')).toBe('tanh of the strengths of signals, decayed over 120 s');
  });

  it('know every default detector, over 30 s and 120 s', () => {
    const names = defaultDetectors().flatMap(({ name }) => [`${name}30`, `${name}120`]);
    expect(featureNames).toEqual(expect.arrayContaining(names));
  });

  it('say which are measured against one’s own habit', () => {
    const standardised = FEATURES.filter((feature) => feature.standardised);
    expect(standardised.map(({ name }) => name)).toEqual([
      'pressRate',
      'scrollSpeed',
      'cursorDetour',
      'cursorSpeed',
      'cursorTurns',
      'pauseRate',
      ...OWN_SHAPE.map((name) => `${name}Own`),
      ...OWN_SHAPE.map((name) => `${name}Task`),
      'oddTask',
    ]);
  });

  it('are those of the fifth version: a change of the list is a new version', () => {
    expect(SCHEMA_VERSION).toBe(5);
    expect(featureNames).toHaveLength(40 + 38 + 16 + 5 + 6 + 16 + 16 + 1);
  });
});
