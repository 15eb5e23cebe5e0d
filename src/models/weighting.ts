import { clamp } from '../tools/clamp.js';
import type { Label } from '../types.js';
import { isSaid } from './isSaid.js';

/** Weights of experts, by how well each of them foretold the labels so far. */
export interface Weighting {
  /** Sum to 1. */
  weights(): Float64Array;
  /** The experts' probabilities by their weights, over those who say something. */
  mix(said: readonly number[]): number;
  /** Takes in what the experts said of a moment whose label is known now. */
  learn(said: readonly number[], y: Label, w: number): void;
  /** Labels so far, then the logarithms of the weights, live: shape `[1 + n]`. */
  readonly state: Float64Array;
}

export interface WeightingOptions {
  /** First weights, up to a factor, above 0. */
  start: ArrayLike<number>;
  /**
   * Power of the likelihoods. 1 is Bayes' rule; less of it is slower to believe, which labels that
   * come late and in lumps need.
   */
  rate: number;
  /**
   * Whether a share of the weights returns to the first ones at each label, so that an expert that
   * was wrong for long can come back. Without, weights go by the sum of all losses.
   */
  isSharing: boolean;
}

/** Probabilities are judged at most this sure, so that one surprise does not end an expert. */
const CLIP = 0.001;

/** The share is one over the labels so far and this many. */
const MIN_LABELS = 10;

/**
 * Weighs experts by exponentiated log loss: `wᵢ ← wᵢ · P(y | expert i)^(rate·w)`.
 *
 * An expert that says nothing, or nothing finite, is left out of that one label and keeps its share.
 *
 * @see Vovk (1990), "Aggregating strategies"; Herbster, Warmuth (1998), "Tracking the Best Expert",
 * for the share; Koolen, de Rooij (2008), "Combining expert advice efficiently", for one that falls
 * as 1/t, which needs no guess of how often things change; Freund et al. (1997), "Using and
 * combining predictors that specialize", for experts that are left out
 */
export function weighting({ start, rate, isSharing }: WeightingOptions): Weighting {
  const first = normalise(Float64Array.from(start, Math.log));
  const state = Float64Array.of(0, ...first);
  const logs = state.subarray(1);

  const weights = () => logs.map(Math.exp);

  const mix = (said: readonly number[]): number => {
    const now = weights();
    let [heard, sum] = [0, 0];
    said.forEach((p, i) => {
      if (!isSaid(p)) return;
      heard += now[i]!;
      sum += now[i]! * p;
    });
    return heard > 0 ? sum / heard : 0.5;
  };

  const giveBack = (share: number): void => {
    logs.forEach((log, i) => {
      logs[i] = Math.log((1 - share) * Math.exp(log) + share * Math.exp(first[i]!));
    });
  };

  return {
    weights,
    mix,
    learn: (said, y, w) => {
      const mixture = mix(said);
      said.forEach((p, i) => (logs[i]! += rate * w * logLikelihood(isSaid(p) ? p : mixture, y)));
      normalise(logs);
      if (isSharing) giveBack(1 / (state[0]! + MIN_LABELS));
      state[0]! += 1;
    },
    state,
  };
}

/** Whether a saved state, of a length that fits and finite throughout, can be one. */
export function isWeighting([count = NaN, ...logs]: readonly number[]): boolean {
  return count >= 0 && Math.abs(logs.reduce((sum, log) => sum + Math.exp(log), 0) - 1) < 1e-6;
}

/** At most a few nats from 0. */
export function logLikelihood(probability: number, y: Label): number {
  const p = clamp(probability, CLIP, 1 - CLIP);
  return Math.log(y ? p : 1 - p);
}

/** In place: afterwards the exponentials sum to 1. */
function normalise(logs: Float64Array): Float64Array {
  const most = Math.max(...logs);
  const total = most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
  logs.forEach((log, i) => (logs[i] = log - total));
  return logs;
}
