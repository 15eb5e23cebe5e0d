import type { Scored } from './Scored.js';

/**
 * Mean squared error of probabilities, in [0, 1]; 0.25 is as good as a coin. `NaN` for nothing.
 *
 * @see Brier (1950), "Verification of forecasts expressed in terms of probability"
 */
export function brierScore(scored: readonly Scored[]): number {
  return (
    scored.reduce((sum, { probability, y }) => sum + (probability - y) ** 2, 0) / scored.length
  );
}
