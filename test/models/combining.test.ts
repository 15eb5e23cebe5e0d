import { describe, expect, it } from 'vitest';
import { combining, type Ways } from '../../src/models/combining.js';
import { seededRandom } from '../../src/tools/seededRandom.js';
import type { Label } from '../../src/types.js';

interface Step {
  readonly said: readonly number[];
  readonly y: Label;
}

/** Mean log loss of what was said in the end, and of each expert alone. */
function play(steps: readonly Step[], delay = 0) {
  const nExperts = steps[0]!.said.length;
  const combination = combining(Array<number>(nExperts).fill(1));
  const waiting: { step: Step; ways: Ways }[] = [];
  const losses = Array<number>(1 + nExperts).fill(0);
  for (const step of steps) {
    const { probability, ways } = combination.combine(step.said);
    [probability, ...step.said].forEach(
      (p, i) => (losses[i]! -= Math.log(step.y ? p : 1 - p) / steps.length),
    );
    waiting.push({ step, ways });
    if (waiting.length <= delay) continue;
    const due = waiting.shift()!;
    combination.learn(due.step.said, due.ways, due.step.y, 1);
  }
  const [combined, ...alone] = losses as [number, ...number[]];
  return { combined, best: Math.min(...alone) };
}

/** Which of two experts is right changes after some steps, each time the other way round. */
function alternating(every: number, n = 6000): Step[] {
  return Array.from({ length: n }, (_, i) => {
    const isFirst = Math.floor(i / every) % 2 === 0;
    return { said: [isFirst ? 0.97 : 0.03, isFirst ? 0.03 : 0.97, 0.5], y: 1 };
  });
}

describe('combining', () => {
  it('begins with the weights that it was given', () => {
    const combination = combining([3, 1]);
    expect(combination.combine([0.9, 0.1]).probability).toBeCloseTo(0.7, 12);
    expect([...combination.weights()].map((weight) => weight.toFixed(6))).toEqual([
      '0.750000',
      '0.250000',
    ]);
  });

  it('is better than any expert where the best one changes', () => {
    const { combined, best } = play(alternating(300));
    expect(combined).toBeLessThan(0.3 * best);
  });

  it('is no worse than the best expert where whoever was best is not when labels come', () => {
    // Labels come late by just as many steps as the lead lasts: following it is always wrong.
    const { combined, best } = play(alternating(48), 48);
    expect(combined).toBeLessThan(1.02 * best);
  });

  it('soon finds the expert that has learned most since, when labels come late', () => {
    // One learns the first day and says so from then on; labels come 100 steps late.
    const sure = (i: number) => (i < 100 ? 0.5 : 0.98);
    const lossOf = (isTold: boolean) => {
      const combination = combining([1, 1, 1]);
      let loss = 0;
      for (let i = 0; i < 200; i += 1) {
        const said = [sure(i), 0.5, 0.3];
        if (i >= 100) loss -= Math.log(combination.combine(said).probability);
        const then = [sure(i - 100), 0.5, 0.3];
        const { ways } = combination.combine(then);
        if (i >= 100) combination.learn(then, ways, 1, 1, [], isTold ? said : then);
      }
      return loss;
    };
    expect(lossOf(true)).toBeLessThan(0.9 * lossOf(false));
  });

  it('is no worse than the best expert where nothing can be known', () => {
    const random = seededRandom(2);
    const steps = Array.from({ length: 4000 }, () => ({
      said: [0.5, random(), random(), 0.9].map((p) => Math.min(0.99, Math.max(0.01, p))),
      y: (random() < 0.5 ? 1 : 0) as Label,
    }));
    const { combined, best } = play(steps, 30);
    expect(combined).toBeLessThan(1.01 * best);
  });

  it('is better than the best expert where several know a part of it', () => {
    const random = seededRandom(4);
    const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
    const steps = Array.from({ length: 4000 }, () => {
      const [a, b] = [6 * random() - 3, 6 * random() - 3];
      const y: Label = random() < sigmoid(a + b) ? 1 : 0;
      return { said: [sigmoid(a), sigmoid(b)], y };
    });
    const { combined, best } = play(steps);
    expect(combined).toBeLessThan(0.85 * best);
  });

  it('gives weights that sum to 1 whatever it has learned', () => {
    const combination = combining([1, 2, 3]);
    for (const { said, y } of alternating(40, 200)) {
      combination.learn(said, combination.combine(said).ways, y, 3);
      expect(combination.weights().reduce((a, b) => a + b)).toBeCloseTo(1, 9);
    }
  });

  it('learns from many looks at one session as from one, where experts are stacked', () => {
    const said = [0.2, 0.4];
    const [one, many] = [combining([1, 1]), combining([1, 1])];
    one.learn(said, one.combine(said).ways, 1, 1);
    const { ways } = many.combine(said);
    for (let look = 0; look < 16; look += 1) many.learn(said, ways, 1, 1 / Math.sqrt(16));
    const slopeOf = ({ state }: ReturnType<typeof combining>) => Math.abs(state.stacking![2]! - 1);
    expect(slopeOf(many)).toBeLessThan(1.2 * slopeOf(one));
  });

  it.each(['mixture', 'tracking', 'safe'])(
    'believes whoever was right about many looks at one session no more than for one: %s',
    (layer) => {
      const said = [0.9, 0.1];
      const leadOf = (nLooks: number) => {
        const combination = combining([1, 1]);
        // All of them were said before anybody knew how it ends.
        const { ways } = combination.combine(said);
        for (let look = 0; look < nLooks; look += 1)
          combination.learn(said, ways, 1, 1 / Math.sqrt(nLooks));
        const [right = 0, wrong = 0] = combination.state[layer]!.slice(-2);
        return right - wrong;
      };
      expect(leadOf(1)).toBeGreaterThan(0.5);
      expect(leadOf(25)).toBeLessThan(leadOf(1) + 1e-9);
    },
  );

  it('lets calibration in by how it does on all looks, whoever has many of them', () => {
    const combination = combining([1]);
    // Of two sessions one is long and ends well: three in four looks do, one in two sessions.
    for (let pair = 0; pair < 400; pair += 1) {
      const { ways } = combination.combine([0.5]);
      for (const [y, n] of [
        [1, 6],
        [0, 18],
      ] as const)
        for (let look = 0; look < n; look += 1) combination.learn([0.5], ways, y, 1 / Math.sqrt(n));
    }
    expect(combination.combine([0.5]).probability).toBeLessThan(0.35);
  });

  it('calibrates looks in their own numbers, though long sessions weigh less in each', () => {
    const random = seededRandom(8);
    const combination = combining([1]);
    // Three in ten looks end badly; all of a session at once, and long sessions end well.
    for (let session = 0; session < 3000; session += 1) {
      const y: Label = random() < 0.5625 ? 1 : 0;
      const n = y ? 5 : 15;
      // All of them were said before anybody knew how it ends.
      const { ways } = combination.combine([0.56]);
      for (let look = 0; look < n; look += 1) {
        combination.learn([0.56], ways, y, 1 / Math.sqrt(n));
      }
    }
    expect(Math.abs(combination.combine([0.56]).ways.calibrated - 0.3)).toBeLessThan(0.03);
  });
});
