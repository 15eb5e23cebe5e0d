import type { Milliseconds } from '../types.js';

/** After this long, half of what was seen is forgotten. */
const HALF_LIFE_MS: Milliseconds = 120_000;

/**
 * How much likelier something is to be seen when the visitor is at a task than when not. Guesses
 * in round numbers: what counts is their order.
 */
export const LIKELIHOOD = {
  /** A pattern of the task was met, or a control of it pressed. */
  match: 3,
  /** A later step was reached. */
  progress: 6,
  /** The host says so. */
  told: 9,
  /** Being on a route of the task, for as long as it lasts. */
  onRoute: 9,
  /** Being on a route that is none of the task's. */
  offRoute: 1 / 20,
};

/** Evidence adds up to a ratio of 1000 at most, so that even an old habit is forgotten in minutes. */
export const MAX_LOGITS = Math.log(1000);

/** What was seen for a task, in logits, when it was last added to. */
export interface Evidence {
  readonly logits: number;
  readonly at: Milliseconds;
}

/** `logits · 2^(−age / half-life)`; at a time before the evidence, all of it. */
export function weigh({ logits, at }: Evidence, now: Milliseconds): number {
  return logits * 2 ** (-Math.max(0, now - at) / HALF_LIFE_MS);
}

/** Adds what was seen now to what is left of the earlier. */
export function addEvidence(evidence: Evidence, ratio: number, now: Milliseconds): Evidence {
  const logits = weigh(evidence, now) + Math.log(ratio);
  return { logits: Math.min(logits, MAX_LOGITS), at: now };
}

/** How likely each task is, and none of them. Probabilities; together with `none` they sum to 1. */
export interface Posterior {
  readonly tasks: readonly number[];
  readonly none: number;
  readonly entropyBits: number;
}

/**
 * Bayes with an even prior over the open tasks and "something else", which nothing speaks for or
 * against:
 *
 * ```text
 * P(task) = exp(logits) / (1 + Σ exp(logits)),    logits = Σ ln(likelihood ratio) · 2^(−age / half-life)
 * ```
 */
export function computePosterior(logits: readonly number[]): Posterior {
  const ratios = logits.map((logit) => Math.exp(logit));
  const total = ratios.reduce((sum, ratio) => sum + ratio, 1);
  const tasks = ratios.map((ratio) => ratio / total);
  const none = 1 / total;
  const entropyBits = [...tasks, none].reduce((sum, p) => sum - (p > 0 ? p * Math.log2(p) : 0), 0);
  return { tasks, none, entropyBits };
}
