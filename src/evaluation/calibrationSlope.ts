import { logit } from '../tools/logit.js';
import { sigmoid } from '../tools/sigmoid.js';
import type { Scored } from './Scored.js';

/** Newton's steps; the problem has two unknowns and one minimum. */
const MAX_STEPS = 25;

/**
 * How what came follows what was said: the slope of the logistic regression of labels on logits. 1
 * is right, below 1 is too sure, above 1 too timid. `NaN` where labels or probabilities are all alike.
 *
 * @see Cox (1958), "Two further applications of a model for binary regression"
 */
export function calibrationSlope(scored: readonly Scored[]): number {
  const points = scored.map(({ probability, y }) => ({ z: logit(probability), y }));
  const isAlike = points.every(({ z }) => z === points[0]!.z);
  if (isAlike || new Set(points.map(({ y }) => y)).size < 2) return NaN;
  let [slope, shift] = [1, 0];
  for (let step = 0; step < MAX_STEPS; step += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (const { z, y } of points) {
      const p = sigmoid(slope * z + shift);
      const w = p * (1 - p);
      g0 += p - y;
      g1 += (p - y) * z;
      h00 += w;
      h01 += w * z;
      h11 += w * z * z;
    }
    const det = h00 * h11 - h01 * h01;
    if (!(Math.abs(det) > 1e-12)) break;
    shift -= (h11 * g0 - h01 * g1) / det;
    slope -= (h00 * g1 - h01 * g0) / det;
  }
  return slope;
}
