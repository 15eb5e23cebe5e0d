import type { DecisionRecord } from '../types.js';
import { calibrationError } from './calibrationError.js';

/** How one group fares. Rates are `NaN` where there is nobody to count. */
export interface GroupFairness {
  readonly decisions: number;
  /** Share of the decisions at which help was, or in the hold-out would have been, offered. */
  readonly promptRate: number;
  /** Share of those who would have managed alone that was to be bothered. */
  readonly falsePositiveRate: number;
  /** Share of those in need that was to be helped. */
  readonly truePositiveRate: number;
  readonly calibrationError: number;
}

export interface Fairness {
  readonly groups: Readonly<Record<string, GroupFairness>>;
  /**
   * The largest false-positive rate by the smallest, over groups with at least `minLabelled` labels
   * that ended well; `NaN` with fewer than two such groups. Above 1.25, look into it.
   *
   * @see EEOC (1978), "Uniform Guidelines", for the four-fifths rule, whose inverse this is
   */
  readonly maxMinFpr: number;
}

/**
 * Who gets help, who is bothered and who is missed, by group.
 *
 * @param model - whose probabilities are judged. @defaultValue `hedge`
 */
export function fairness(
  records: readonly DecisionRecord[],
  { model = 'hedge', minLabelled = 30 }: { model?: string; minLabelled?: number } = {},
): Fairness {
  const names = [...new Set(records.flatMap((record) => record.groups))].sort();
  const members = names.map((name) => records.filter(({ groups }) => groups.includes(name)));
  const rates = members
    .filter((group) => negativesOf(group).length >= minLabelled)
    .map((group) => shareOf(negativesOf(group)));
  return {
    groups: Object.fromEntries(names.map((name, i) => [name, toFairness(members[i]!, model)])),
    maxMinFpr: rates.length > 1 ? Math.max(...rates) / Math.min(...rates) : NaN,
  };
}

function toFairness(records: readonly DecisionRecord[], model: string): GroupFairness {
  const scored = labelledOf(records).flatMap(({ predicted, label }) => {
    const probability = predicted[model];
    return probability === undefined ? [] : [{ probability, y: label! }];
  });
  return {
    decisions: records.length,
    promptRate: shareOf(records),
    falsePositiveRate: shareOf(negativesOf(records)),
    truePositiveRate: shareOf(labelledOf(records).filter(({ label }) => label === 1)),
    calibrationError: calibrationError(scored),
  };
}

function labelledOf(records: readonly DecisionRecord[]): readonly DecisionRecord[] {
  return records.filter(({ label, censored }) => label !== undefined && !censored);
}

function negativesOf(records: readonly DecisionRecord[]): readonly DecisionRecord[] {
  return labelledOf(records).filter(({ label }) => label === 0);
}

function shareOf(records: readonly DecisionRecord[]): number {
  return records.filter(({ action }) => action !== 'none').length / records.length;
}
