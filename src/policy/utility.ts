import { logit } from '../tools/logit.js';
import { sigmoid } from '../tools/sigmoid.js';
import type { Action } from '../types.js';

/**
 * Utilities in points, where a visitor who needed help and took it from a card is worth 200. A
 * badge is overlooked more often, so it helps three fifths as much; it also costs half, since it
 * covers less and asks for nothing. The costs are what an unwanted prompt takes from anybody.
 */
const BENEFIT = { badge: 120, card: 200 };
const COST = { badge: 15, card: 31 };

/** Least probabilities at which each form is the best choice; above 1 it never is. */
export interface Thresholds {
  readonly badge: number;
  readonly card: number;
}

/**
 * Where the expected utility `benefit · p · receptivity − cost` of a badge passes that of doing
 * nothing, and that of a card passes the badge's:
 *
 * ```text
 * badge: p · r ≥ 15 / 120 = .125            card: p · r ≥ (31 − 15) / (200 − 120) = .2
 * ```
 *
 * At the receptivity .5 of a visitor who was never asked, that is p ≥ .25 and p ≥ .4; both rise with
 * each offer that is not taken.
 *
 * Where most leave whatever happens, help can only change what is more than that: nobody is in trouble
 * for being on such a site. So both rise, in logits, by as much as things usually end worse there.
 *
 * @param receptivity - probability that an offer is taken, in (0, 1]
 * @param worse - by how many logits things end worse here than the base rate that the costs were chosen
 * for, at least 0. @defaultValue 0
 * @see Horvitz (1999), "Principles of mixed-initiative user interfaces", for deciding by thresholds on p
 */
export function computeThresholds(receptivity: number, worse = 0): Thresholds {
  const raise = (p: number) => (worse > 0 && p < 1 ? sigmoid(logit(p) + worse) : p);
  return {
    badge: raise(COST.badge / BENEFIT.badge / receptivity),
    card: raise((COST.card - COST.badge) / (BENEFIT.card - BENEFIT.badge) / receptivity),
  };
}

/** The action of the highest expected utility; `none` for a probability that is not a number. */
export function bestAction(probability: number, { badge, card }: Thresholds): Action {
  if (probability >= card) return 'card';
  return probability >= badge ? 'badge' : 'none';
}
