import type { Decision } from '../types.js';
import { toPercent } from './numbers.js';

/** Least probabilities at which each form of prompt is offered; a missing one is not known. */
export interface Thresholds {
  readonly badge?: number;
  readonly card?: number;
}

/**
 * What the risk is held against, from the last decision. It carries the card's threshold as a
 * number; the badge's is the last number in the reason of its `risk` gate.
 */
export function toThresholds(decision: Decision | undefined): Thresholds {
  if (!decision) return {};
  const reason = decision.gates.find(({ name }) => name === 'risk')?.reason;
  const badge = Number.parseFloat(/([\d.]+)\D*$/.exec(reason ?? '')?.[1] ?? '');
  return { card: decision.threshold, ...(Number.isFinite(badge) && { badge }) };
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
