import { describe, expect, it } from 'vitest';
import { knownBefore } from '../../src/models/knownBefore.js';
import { rules } from '../../src/models/rules.js';
import { logit } from '../../src/tools/logit.js';

const featureNames = ['idle', 'deadClick120', 'rageClick120', 'ownPast'];
const known = knownBefore({ featureNames, prior: 0.08 });
const sum = (x: Float64Array) =>
  known.contributions(x).reduce((total, { contribution }) => total + contribution, 0);

describe('knownBefore', () => {
  it('says nothing where no rule fires and nothing became of anything', () => {
    expect(known.logitOf(Float64Array.of(2, 0, 0, 0))).toBeCloseTo(0, 9);
  });

  it('says what the rules say, but milder', () => {
    const x = Float64Array.of(0, 0, Math.tanh(1.2), 0);
    const said = logit(rules({ featureNames }).predictProbaOne(x)) - logit(0.08);
    expect(known.logitOf(x)).toBeGreaterThan(0.6 * said);
    expect(known.logitOf(x)).toBeLessThan(said);
  });

  it('adds what became of earlier moments', () => {
    const better = known.logitOf(Float64Array.of(0, 0, 0, -1));
    expect(better).toBeLessThan(-0.5);
    expect(known.logitOf(Float64Array.of(0, 0, 0, 2))).toBeCloseTo(-2 * better, 9);
  });

  it('says of which features it comes', () => {
    const x = Float64Array.of(0, 0, Math.tanh(1.2), 0.7);
    expect(sum(x)).toBeCloseTo(known.logitOf(x), 9);
  });
});
