import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addEvidence, computePosterior, weigh } from '../../src/intent/posterior.js';

describe('computePosterior', () => {
  it('is sure of nothing when nothing is open', () => {
    expect(computePosterior([])).toEqual({ tasks: [], none: 1, entropyBits: 0 });
  });

  it('weighs the evidence against "something else"', () => {
    const { tasks, none, entropyBits } = computePosterior([Math.log(2), 0]);
    expect(tasks[0]).toBeCloseTo(1 / 2);
    expect(tasks[1]).toBeCloseTo(1 / 4);
    expect(none).toBeCloseTo(1 / 4);
    // ½·1 + ¼·2 + ¼·2 bits
    expect(entropyBits).toBeCloseTo(1.5);
  });

  it('gives probabilities for any evidence', () => {
    const anyEvidence = fc.array(
      fc.record({ ratio: fc.double({ min: 0.01, max: 1e6, noNaN: true }), afterMs: fc.nat(1e6) }),
    );
    fc.assert(
      fc.property(fc.array(anyEvidence, { maxLength: 5 }), (perTask) => {
        const logits = perTask.map((seen) => {
          let evidence = { logits: 0, at: 0 };
          for (const { ratio, afterMs } of seen)
            evidence = addEvidence(evidence, ratio, evidence.at + afterMs);
          return weigh(evidence, evidence.at);
        });
        const { tasks, none, entropyBits } = computePosterior(logits);
        expect(tasks.every((p) => p >= 0 && p <= 1)).toBe(true);
        expect(tasks.reduce((sum, p) => sum + p, none)).toBeCloseTo(1);
        expect(entropyBits).toBeGreaterThanOrEqual(0);
        expect(entropyBits).toBeLessThanOrEqual(Math.log2(tasks.length + 1) + 1e-9);
      }),
    );
  });
});

describe('weigh', () => {
  it('forgets half in two minutes', () => {
    expect(weigh({ logits: 2, at: 0 }, 120_000)).toBe(1);
    expect(weigh({ logits: 2, at: 0 }, 360_000)).toBe(0.25);
  });

  it('does not grow towards the past', () => {
    expect(weigh({ logits: 2, at: 1000 }, 0)).toBe(2);
  });
});
