/** One decision of the policy that ran, and what another policy would have done with it. */
export interface LoggedDecision {
  /** Probability with which the logged action was taken, in (0, 1]. */
  readonly propensity: number;
  /** Probability with which the other policy takes that same action. */
  readonly target: number;
  /** What came of it, for instance 1 for a good ending. */
  readonly reward: number;
  /** What a model expects of the logged action. @defaultValue 0 */
  readonly expected?: number;
  /** What the model expects when the other policy chooses. @defaultValue 0 */
  readonly expectedTarget?: number;
}

/** What another policy would have been worth, as far as a log can tell. */
export interface OffPolicyEstimate {
  readonly value: number;
  /** Decisions that the estimate is worth: far fewer than were logged when the policies differ. */
  readonly effectiveSampleSize: number;
}

/**
 * The value of another policy by self-normalised inverse propensity scoring. `NaN` where the other
 * policy never does what was done.
 *
 * @see Swaminathan, Joachims (2015), "The Self-Normalized Estimator for Counterfactual Learning"
 */
export function snips(log: readonly LoggedDecision[]): OffPolicyEstimate {
  const weights = log.map(weightOf);
  const total = sum(weights);
  return {
    value: sum(log.map(({ reward }, i) => weights[i]! * reward)) / total,
    effectiveSampleSize: sizeOf(weights),
  };
}

/**
 * The same, doubly robust: right when either the propensities or the model of rewards are.
 *
 * @see Dudík, Langford, Li (2011), "Doubly Robust Policy Evaluation and Learning"
 */
export function doublyRobust(log: readonly LoggedDecision[]): OffPolicyEstimate {
  const weights = log.map(weightOf);
  const values = log.map(
    ({ reward, expected = 0, expectedTarget = 0 }, i) =>
      expectedTarget + weights[i]! * (reward - expected),
  );
  return { value: sum(values) / log.length, effectiveSampleSize: sizeOf(weights) };
}

function weightOf({ propensity, target }: LoggedDecision): number {
  return target / propensity;
}

/** Kish (1965), "Survey Sampling". */
function sizeOf(weights: readonly number[]): number {
  const squares = sum(weights.map((w) => w * w));
  return squares > 0 ? sum(weights) ** 2 / squares : 0;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
