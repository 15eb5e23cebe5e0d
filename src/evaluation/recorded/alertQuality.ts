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
 * the budget, and sees what came of it.
 */
export function alertQuality(episodes: readonly Episode[], budget: number): AlertQuality {
  const peaks = episodes.map(({ moments }) => Math.max(...moments.map((each) => each.probability)));
  const threshold = quantile(peaks, 1 - budget);
  const alerted = episodes.filter((_, i) => peaks[i]! >= threshold);
  const right = alerted.filter(({ y }) => y === 1).length;
  const leads = alerted.map(
    ({ endMs, moments }) =>
      endMs - moments.find(({ probability }) => probability >= threshold)!.time,
  );
  return {
    budget,
    precision: right / alerted.length,
    recall: right / episodes.filter(({ y }) => y === 1).length,
    medianLeadMs: quantile(leads, 0.5),
  };
}

/** With linear interpolation between neighbours. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)]!;
  return low + (at % 1) * (sorted[Math.ceil(at)]! - low);
}
