import { describe, expect, it } from 'vitest';
import { TYPES } from '../../bench/report.js';
import { scenarios } from '../../bench/scenarios/index.js';

describe('the scenarios', () => {
  it('have names of their own', () => {
    const names = scenarios.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
  });

  it('are at least 60, half of them calm', () => {
    const calm = scenarios.filter(({ expects = [] }) => expects.length === 0);

    expect(scenarios.length).toBeGreaterThanOrEqual(60);
    expect(calm.length / scenarios.length).toBeGreaterThanOrEqual(0.5);
  });

  it('hold every type of frustration', () => {
    const felt = new Set(scenarios.flatMap(({ expects = [] }) => expects));

    expect([...felt].toSorted()).toEqual(TYPES.toSorted());
  });

  it('are called calm when they are', () => {
    for (const { name, expects = [] } of scenarios) {
      expect(name.startsWith('calm: '), name).toBe(expects.length === 0);
    }
  });
});
