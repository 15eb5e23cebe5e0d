import type { DecisionRecord, Report } from '../types.js';

export type Survivorship = NonNullable<Report['survivorship']>;

/** Time away that ends a session, ms; the limits on prompts use the same. */
const SESSION_GAP_MS = 30 * 60_000;

/**
 * How much of what happened will never be learned from: a visitor who leaves for good takes the
 * ending along, since labels of a last visit become known on the next.
 *
 * Of s sessions s − 1 were followed by another; the chance that the latest is the last is estimated
 * by the rule of succession as 1 / (s + 1). Bad endings are more likely among the lost, so whatever
 * is learned looks a little too bright.
 *
 * @param records - of one visitor, in any order
 * @see Laplace (1814), "Essai philosophique sur les probabilités", for the rule of succession
 */
export function survivorship(records: readonly DecisionRecord[]): Survivorship {
  const times = records.map(({ at }) => at).sort((a, b) => a - b);
  const sessions = times.filter((at, i) => i === 0 || at - times[i - 1]! >= SESSION_GAP_MS).length;
  const open = records.filter(({ label, censored }) => label === undefined && !censored).length;
  return { sessions, lostShare: sessions ? 1 / (sessions + 1) : 0, unknown: open };
}
