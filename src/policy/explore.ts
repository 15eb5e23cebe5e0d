import type { Action } from '../types.js';

const ACTIONS: readonly Action[] = ['none', 'badge', 'card'];

/** An action and the probability with which it was drawn, in (0, 1]. */
export interface Drawn {
  readonly action: Action;
  readonly propensity: number;
}

/**
 * The probability of each action: ε is spread evenly over all three and the best one has the rest,
 * so that every choice can be compared with its alternatives afterwards.
 *
 * A visitor for whom nothing is best is never prompted for the sake of learning: then nothing is
 * certain.
 *
 * @param explorationRate - ε, in [0, 1]
 * @returns probabilities that sum to 1
 */
export function computePropensities(
  best: Action,
  explorationRate: number,
): Readonly<Record<Action, number>> {
  const epsilon = best === 'none' ? 0 : explorationRate;
  const floor = epsilon / ACTIONS.length;
  return { none: floor, badge: floor, card: floor, [best]: 1 - epsilon + floor };
}

/**
 * Draws an action: the best one for the lower numbers, the others for the highest.
 *
 * @param random - uniform in [0, 1)
 */
export function explore(best: Action, explorationRate: number, random: () => number): Drawn {
  const propensities = computePropensities(best, explorationRate);
  // What has no chance is not drawn either by a `random` that says 1.
  const others = ACTIONS.filter((action) => action !== best && propensities[action] > 0);
  const beyond = random() - propensities[best];
  const action =
    beyond < 0 ? best : (others[Math.floor((ACTIONS.length * beyond) / explorationRate)] ?? best);
  return { action, propensity: propensities[action] };
}
