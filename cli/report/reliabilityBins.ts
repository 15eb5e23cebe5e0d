import type { Scored } from '../../src/evaluation/index.js';
import { wilsonInterval } from '../../src/tools/wilsonInterval.js';

/** Predictions of about the same height, and what came of them. */
export interface Bin {
  readonly n: number;
  /** Mean of what was said. */
  readonly said: number;
  /** Share that ended badly, with its 95 % interval. */
  readonly came: number;
  readonly low: number;
  readonly high: number;
}

/** A point needs some cases, or it shows nothing but chance. */
const MIN_IN_BIN = 15;
const MAX_BINS = 10;

/** Bins of equal mass; predictions that are equal share one, as in `calibrationError`. */
export function reliabilityBins(scored: readonly Scored[]): Bin[] {
  const nBins = Math.min(MAX_BINS, Math.max(1, Math.floor(scored.length / MIN_IN_BIN)));
  const sorted = [...scored].sort((a, b) => a.probability - b.probability);
  const bins = new Map<number, Scored[]>();
  let bin = 0;
  sorted.forEach((each, rank) => {
    const isTied = rank > 0 && each.probability === sorted[rank - 1]!.probability;
    if (!isTied) bin = Math.floor((nBins * rank) / sorted.length);
    bins.set(bin, [...(bins.get(bin) ?? []), each]);
  });
  return [...bins.values()].map(toBin);
}

function toBin(scored: readonly Scored[]): Bin {
  const n = scored.length;
  const bad = scored.filter(({ y }) => y === 1).length;
  const [low, high] = wilsonInterval(bad, n);
  const said = scored.reduce((sum, { probability }) => sum + probability, 0) / n;
  return { n, said, came: bad / n, low, high };
}
