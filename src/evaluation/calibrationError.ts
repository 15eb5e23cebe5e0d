import type { Scored } from './Scored.js';

/**
 * Expected calibration error: how far, on average, what was said lies from what came, in [0, 1].
 *
 * Over bins of equal mass; equal probabilities share a bin, so a model that always says the same
 * has one bin. `NaN` for nothing.
 *
 * @param nBins - @defaultValue 15
 * @see Naeini, Cooper, Hauskrecht (2015), "Obtaining Well Calibrated Probabilities Using Bayesian
 * Binning"; Nixon et al. (2019), "Measuring Calibration in Deep Learning", for equal mass
 */
export function calibrationError(scored: readonly Scored[], nBins = 15): number {
  const bins = Array.from({ length: nBins }, () => 0);
  const sorted = [...scored].sort((a, b) => a.probability - b.probability);
  let bin = 0;
  sorted.forEach(({ probability, y }, rank) => {
    const isTied = rank > 0 && probability === sorted[rank - 1]!.probability;
    if (!isTied) bin = Math.floor((nBins * rank) / sorted.length);
    bins[bin]! += probability - y;
  });
  return bins.reduce((sum, gap) => sum + Math.abs(gap), 0) / scored.length;
}
