import { clamp } from '../tools/clamp.js';
import { logit } from '../tools/logit.js';
import type { Label } from '../types.js';
import { isSaid } from './isSaid.js';
import { recursiveLogistic } from './recursiveLogistic.js';

/** Corrects a mixture by what each of its experts said. */
export interface Stacking {
  correct(mixture: number, said: readonly number[]): number;
  learn(mixture: number, said: readonly number[], y: Label, w: number): void;
  /** How much each expert is believed where the mixture has these weights; they sum to 1. */
  shares(mixture: Float64Array): Float64Array;
  /** Whether saved numbers, of the shape of `state` and finite, are such a state. */
  isState(saved: readonly number[]): boolean;
  /** Weights of dissents, slope and shift, then their covariance, live; see `recursiveLogistic`. */
  readonly state: Float64Array;
}

/** Logits are taken to be at most this sure. */
const MAX_LOGIT = 5;
/** How far weights may lie from where they begin, as variances: of dissents, slope and shift. */
const DISSENT_VARIANCE = 0.05;
export const SLOPE_VARIANCE = 0.3;
export const SHIFT_VARIANCE = 0.1;

/**
 * Platt scaling with each expert's dissent beside it, fitted online:
 * `σ(slope · z + Σ bᵢ · (zᵢ − z) + shift)` where z is the mixture's logit and zᵢ an expert's. It
 * changes nothing at first.
 *
 * A mixture lies between its experts. Where two of them know different things, the truth does not.
 *
 * @see Platt (1999), "Probabilistic outputs for support vector machines"; Wolpert (1992), "Stacked
 * generalization"
 */
export function stacking(nExperts: number): Stacking {
  const { predict, learn, theta, isState, state } = recursiveLogistic(
    [...Array<number>(nExperts).fill(0), 1, 0],
    [...Array<number>(nExperts).fill(DISSENT_VARIANCE), SLOPE_VARIANCE, SHIFT_VARIANCE],
  );

  const inputs = (mixture: number, said: readonly number[]): readonly number[] => {
    const z = boundedLogit(mixture);
    // Who says nothing dissents from nothing.
    return [...said.map((p) => (isSaid(p) ? boundedLogit(p) - z : 0)), z, 1];
  };

  return {
    correct: (mixture, said) => predict(inputs(mixture, said)),
    learn: (mixture, said, y, w) => learn(inputs(mixture, said), y, w),
    shares: (mixture) => {
      // It is linear in the experts' logits, about as the mixture's logit is.
      const agreed = theta[nExperts]! - sum(theta.subarray(0, nExperts));
      const parts = mixture.map((weight, i) => Math.max(0, agreed * weight + theta[i]!));
      const total = sum(parts);
      return total > 0 ? parts.map((part) => part / total) : mixture;
    },
    isState,
    state,
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** At most so sure. */
export function boundedLogit(probability: number): number {
  return clamp(logit(probability), -MAX_LOGIT, MAX_LOGIT);
}
