import type { Decision } from '../types.js';
import { toPercent } from './numbers.js';

/** Least probabilities at which each form of prompt is offered; a missing one is not known. */
export interface Thresholds {
  readonly badge?: number;
  readonly card?: number;
}

/** What the risk is held against, from the last decision. */
export function toThresholds(decision: Decision | undefined): Thresholds {
  return decision ? { card: decision.threshold, badge: decision.badgeThreshold } : {};
}

/** A threshold in words: above 1 it is `never` met, as after offers that were turned down too often. */
export function toLevel(threshold: number): string {
  return threshold <= 1 ? toPercent(threshold) : 'never';
}

export type RiskWord = 'calm' | 'raised' | 'high';

/** The risk in one word: from the badge's threshold it is raised, from the card's it is high. */
export function toRiskWord(
  probability: number,
  { badge = Infinity, card = Infinity }: Thresholds,
): RiskWord {
  if (probability >= card) return 'high';
  return probability >= badge ? 'raised' : 'calm';
}
