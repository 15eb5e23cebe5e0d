import { logit } from '../tools/logit.js';
import { rememberLast } from '../tools/rememberLast.js';
import type { Contribution, FeatureVector } from '../types.js';
import { rules } from './rules.js';

/** What is known of a moment before any label was learned: what a learning model starts from. */
export interface KnownBefore {
  /** In logits, on top of the base rate's. */
  logitOf(x: FeatureVector): number;
  /** What it comes of. */
  contributions(x: FeatureVector): readonly Contribution[];
}

/**
 * Share that is believed of what the rules say, in logits. Models begin as milder rules, so that a
 * device without labels sees what the rules see, whoever of them is listened to.
 */
const RULES_TRUST = 0.8;

/** What became of earlier moments, which is in logits already: how much of it is believed. */
const PASTS = { basePast: 1, ownPast: 0.8, taskPast: 0.8 };

/** The rules, and what became of earlier moments. */
export function knownBefore(options: {
  readonly featureNames: readonly string[];
  readonly prior: number;
}): KnownBefore {
  const { featureNames, prior } = options;
  const ruling = rules(options);
  const pasts = Object.entries(PASTS)
    .map(([feature, share]) => ({ feature, share, index: featureNames.indexOf(feature) }))
    .filter(({ index }) => index >= 0);
  const fromRules = (x: FeatureVector) =>
    RULES_TRUST * (logit(ruling.predictProbaOne(x)) - logit(prior));

  return {
    logitOf: rememberLast((x) =>
      pasts.reduce((sum, { share, index }) => sum + share * x[index]!, fromRules(x)),
    ),
    contributions: rememberLast((x) => [
      ...ruling.contributions!(x).map(({ feature, contribution }) => ({
        feature,
        contribution: RULES_TRUST * contribution,
      })),
      ...pasts.map(({ feature, share, index }) => ({ feature, contribution: share * x[index]! })),
    ]),
  };
}
