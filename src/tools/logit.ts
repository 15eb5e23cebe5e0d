/** Least distance kept from 0 and 1, so that certainty stays a finite number of logits (±13.8). */
const MARGIN = 1e-6;

/** The inverse of `sigmoid`: from a probability in [0, 1] to logits, finite at both ends. */
export function logit(probability: number): number {
  const p = Math.min(1 - MARGIN, Math.max(MARGIN, probability));
  return Math.log(p / (1 - p));
}
