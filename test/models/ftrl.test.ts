import { describe, expect, it } from 'vitest';
import { ftrl } from '../../src/models/ftrl.js';
import { itIsAnOnlineClassifier } from '../contracts/onlineClassifier.js';

describe('ftrl', () => {
  itIsAnOnlineClassifier(() => ftrl({ nFeatures: 2 }));

  it('takes the step of the formula', () => {
    const model = ftrl({ nFeatures: 1 });
    const x = Float64Array.of(0);
    model.learnOne(x, 1);
    // The bias: g = −½, z = −½, n = ¼, so w = ½ · ½ / (1 + ½).
    expect(model.getState().weights.theta![1]).toBeCloseTo(1 / 6, 5);
    const p = model.predictProbaOne(x);
    model.learnOne(x, 0);
    // g = p, σ = (√(¼ + p²) − ½) / ½, z = −½ + p − σ/6.
    const root = Math.sqrt(0.25 + p * p);
    const z = -0.5 + p - (root - 0.5) / 0.5 / 6;
    expect(model.getState().weights.theta![1]).toBeCloseTo((-0.5 * z) / (1 + root), 5);
  });
});
