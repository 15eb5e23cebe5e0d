import type { Label, Milliseconds } from '../../types.js';

/** All moments of one recording, in the order of time. */
export interface Episode {
  readonly y: Label;
  readonly endMs: Milliseconds;
  readonly moments: readonly { readonly probability: number; readonly time: Milliseconds }[];
}

/** What alerting the riskiest recordings would have been worth. */
export interface AlertQuality {
  /** Share of the recordings that may be alerted. */
  readonly budget: number;
  /** Share of the alerted that ended badly. */
  readonly precision: number;
  /** Share of what ended badly that was alerted. */
  readonly recall: number;
  /** From the first alert to the end, over the alerted. */
  readonly medianLeadMs: Milliseconds;
}

/**
 * Alerts each recording at the first moment that is at least as risky as the threshold which spends
 * the budget, and sees what came of it. Of recordings that lie exactly there, as all do for a model
 * that always says the same, only as many count as the budget has room for.
 */
export function alertQuality(episodes: readonly Episode[], budget: number): AlertQuality {
  const peaks = episodes.map(({ moments }) => Math.max(...moments.map((each) => each.probability)));
  const threshold = quantile(peaks, 1 - budget);
  const nAbove = peaks.filter((peak) => peak > threshold).length;
  const nTied = peaks.filter((peak) => peak === threshold).length;
  const room = Math.max(1, budget * peaks.length - nAbove);
  const share = Math.min(1, room / nTied);
  const shareOf = (peak: number) => (peak > threshold ? 1 : peak === threshold ? share : 0);
  const nRight = sum(episodes.map(({ y }, i) => (y === 1 ? shareOf(peaks[i]!) : 0)));
  const leads = episodes
    .filter((_, i) => peaks[i]! >= threshold)
    .map(
      ({ endMs, moments }) =>
        endMs - moments.find(({ probability }) => probability >= threshold)!.time,
    );
  return {
    budget,
    precision: nRight / sum(peaks.map(shareOf)),
    recall: nRight / episodes.filter(({ y }) => y === 1).length,
    medianLeadMs: quantile(leads, 0.5),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** With linear interpolation between neighbours. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)]!;
  return low + (at % 1) * (sorted[Math.ceil(at)]! - low);
}
