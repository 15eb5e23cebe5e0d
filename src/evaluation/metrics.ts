import { clamp } from '../tools/clamp.js';
import type { Label } from '../types.js';

/** A probability and what came of it. */
export interface Scored {
  readonly probability: number;
  readonly y: Label;
}

/** Clipped so that one confident mistake does not make the mean infinite. */
const CLIP = 1e-15;

/** Mean log loss in nats: `−log P(y)`; `Math.LN2` is as good as a coin. 0 for none. */
export function logLoss(scored: readonly Scored[]): number {
  return mean(
    scored.map(({ probability, y }) => {
      const p = clamp(probability, CLIP, 1 - CLIP);
      return -Math.log(y === 1 ? p : 1 - p);
    }),
  );
}

/** Mean squared error of the probabilities, in [0, 1]. @see Brier (1950) */
export function brierScore(scored: readonly Scored[]): number {
  return mean(scored.map(({ probability, y }) => (probability - y) ** 2));
}

/**
 * Expected calibration error: how far the mean probability of a bin is from its share of positives,
 * weighted by size, over bins of equal mass.
 *
 * @see Nguyen, O'Connor (2015), "Posterior calibration and exploratory analysis"
 */
export function calibrationError(scored: readonly Scored[], nBins = 15): number {
  const sorted = [...scored].sort((a, b) => a.probability - b.probability);
  const n = sorted.length;
  const bins = Array.from({ length: nBins }, (_, i) =>
    sorted.slice(Math.floor((i * n) / nBins), Math.floor(((i + 1) * n) / nBins)),
  );
  const gaps = bins.map((bin) =>
    Math.abs(sum(bin.map(({ probability }) => probability)) - sum(bin.map(({ y }) => y))),
  );
  return n > 0 ? sum(gaps) / n : 0;
}

/**
 * Area under the ROC curve: how often a positive is ranked above a negative, ties half; 0.5 when
 * either is missing.
 */
export function rocAuc(scored: readonly Scored[]): number {
  const positives = scored.filter(({ y }) => y === 1).map(({ probability }) => probability);
  const negatives = scored.filter(({ y }) => y === 0).map(({ probability }) => probability);
  const pairs = positives.length * negatives.length;
  if (pairs === 0) return 0.5;
  const wins = positives.map((p) => sum(negatives.map((q) => (p > q ? 1 : p === q ? 0.5 : 0))));
  return sum(wins) / pairs;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length > 0 ? sum(values) / values.length : 0;
}
