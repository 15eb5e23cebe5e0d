import { describe, expect, it } from 'vitest';
import { rules } from '../../src/models/rules.js';
import { computeThresholds } from '../../src/policy/utility.js';
import { itIsAnOnlineClassifier } from '../contracts/onlineClassifier.js';

const NAMES = ['idle', 'deadClick120', 'rageClick120', 'blockedClick120', 'errorClick120'];

/** Features as the schema makes them: strengths squashed by `tanh`. */
function features(strengths: Record<string, number>): Float64Array {
  return Float64Array.from(NAMES, (name) => Math.tanh(strengths[name] ?? 0));
}

describe('rules', () => {
  itIsAnOnlineClassifier(() => rules({ featureNames: ['idle', 'errors30'] }), {
    prior: 0.08,
    learns: false,
  });

  const model = rules({ featureNames: NAMES });

  it.each([
    ['nothing', {}, 0.08],
    // 1 − .92 · (1 − rule).
    ['one dead click', { deadClick120: 0.5 }, 1 - 0.92 * 0.7],
    ['two dead clicks', { deadClick120: 1.3 }, 1 - 0.92 * 0.35],
    ['a dead click that is half forgotten', { deadClick120: 0.25 }, 1 - 0.92 * 0.85],
    ['rage', { rageClick120: 0.9 }, 1 - 0.92 * 0.35],
    ['two blocked clicks', { blockedClick120: 1.2 }, 1 - 0.92 * 0.4],
    ['an error after a press', { errorClick120: 0.9 }, 1 - 0.92 * 0.4],
    ['one refused field', { errorClick120: 0.2 }, 1 - 0.92 * (1 - (0.6 * 0.2) / 0.9)],
    ['an error and a dead click', { errorClick120: 0.9, deadClick120: 0.5 }, 1 - 0.92 * 0.4 * 0.7],
    ['a long idle time alone', { idle: 3 }, 0.08],
  ])('says after %s', (_, strengths, probability) => {
    expect(model.predictProbaOne(features(strengths))).toBeCloseTo(probability, 6);
  });

  it('hears a keyboard as well as a mouse', () => {
    const byKey = rules({ featureNames: ['keyboardRage120'] });
    const byMouse = rules({ featureNames: ['rageClick120'] });
    const rage = Float64Array.of(Math.tanh(0.9));
    expect(byKey.predictProbaOne(rage)).toBe(byMouse.predictProbaOne(rage));
  });

  it('leaves a fresh visitor alone after one refused field, and not after a second', () => {
    const { badge } = computeThresholds(0.5);
    const riskOf = (errorClick120: number) => model.predictProbaOne(features({ errorClick120 }));
    expect(riskOf(0.2)).toBeLessThan(badge);
    expect(riskOf(0.2 + 0.2 * Math.exp(-30 / 120))).toBeGreaterThan(badge);
  });

  it('rises with each further signal, and ends below certainty', () => {
    const said = [0, 0.3, 0.6, 1, 1.5, 2.5, 10].map((deadClick120) =>
      model.predictProbaOne(features({ deadClick120 })),
    );
    expect(said).toEqual([...said].sort());
    expect(said.at(-1)).toBeLessThan(0.7);
  });

  it('says which rule moved it, in logits', () => {
    const x = features({ deadClick120: 0.5 });
    const p = 1 - 0.92 * 0.7;
    const moved = model.contributions!(x).filter(({ contribution }) => contribution !== 0);
    expect(moved).toHaveLength(1);
    expect(moved[0]!.feature).toBe('deadClick120');
    expect(moved[0]!.contribution).toBeCloseTo(Math.log(p / (1 - p)) - Math.log(0.08 / 0.92), 6);
  });

  it('goes by how often things end badly here, where that is known', () => {
    const here = rules({ featureNames: ['basePast', 'rageClick120'], past: 'basePast' });
    const often = Math.log(0.4 / 0.6) - Math.log(0.08 / 0.92);
    expect(here.predictProbaOne(Float64Array.of(0, 0))).toBeCloseTo(0.08, 12);
    expect(here.predictProbaOne(Float64Array.of(often, 0))).toBeCloseTo(0.4, 12);
    const rage = Float64Array.of(often, Math.tanh(0.9));
    expect(here.predictProbaOne(rage)).toBeCloseTo(1 - 0.6 * 0.35, 6);
    expect(here.contributions!(rage).at(-1)).toEqual({ feature: 'basePast', contribution: often });
  });

  it('does without features that the schema does not have', () => {
    expect(rules({ featureNames: [] }).predictProbaOne(new Float64Array())).toBeCloseTo(0.08);
  });
});
