import { clamp } from '../tools/clamp.js';
import type { Scored } from './Scored.js';

/** Keeps one confident mistake from making the mean infinite; scikit-learn's bound of old. */
const CLIP = 1e-15;

/** Mean log loss in nats; `Math.LN2` is as good as a coin. `NaN` for nothing. */
export function logLoss(scored: readonly Scored[]): number {
  const total = scored.reduce((sum, { probability, y }) => {
    const p = clamp(probability, CLIP, 1 - CLIP);
    return sum - Math.log(y ? p : 1 - p);
  }, 0);
  return total / scored.length;
}
