import { clamp } from '../tools/clamp.js';
import { logit } from '../tools/logit.js';
import { sigmoid } from '../tools/sigmoid.js';
import type { Label } from '../types.js';
import { isSaid } from './isSaid.js';

/** Corrects a mixture by what each of its experts said. */
export interface Stacking {
  correct(mixture: number, said: readonly number[]): number;
  learn(mixture: number, said: readonly number[], y: Label, w: number): void;
  /** How much each expert is believed where the mixture has these weights; they sum to 1. */
  shares(mixture: Float64Array): Float64Array;
  /** Whether saved numbers, of the shape of `state` and finite, are such a state. */
  isState(saved: readonly number[]): boolean;
  /** Weights, then the precision of each, live: shape `[2 · (nExperts + 2)]`. */
  readonly state: Float64Array;
}

/** Logits are taken to be at most this sure. */
const MAX_LOGIT = 5;
/** How far weights may lie from where they begin, as variances: of dissents, slope and shift. */
const DISSENT_VARIANCE = 0.05;
const SLOPE_VARIANCE = 0.3;
const SHIFT_VARIANCE = 0.1;
/** Of the precisions at each label: what was learned 500 labels ago counts for a third. */
const KEEP = 0.998;
/** Nothing is ever so certain that a label teaches nothing. */
const MIN_CURVATURE = 0.02;

/**
 * Platt scaling with each expert's dissent beside it, fitted online:
 * `σ(slope · z + Σ bᵢ · (zᵢ − z) + shift)` where z is the mixture's logit and zᵢ an expert's. It
 * changes nothing at first. Bayesian, with a precision for each weight, some of which is forgotten
 * with every label.
 *
 * A mixture lies between its experts. Where two of them know different things, the truth does not.
 *
 * @see Platt (1999), "Probabilistic outputs for support vector machines"; Wolpert (1992), "Stacked
 * generalization"; Spiegelhalter, Lauritzen (1990), "Sequential updating of conditional
 * probabilities", for the update; Kulhavý, Zarrop (1993), "On a general concept of forgetting"
 */
export function stacking(nExperts: number): Stacking {
  const size = nExperts + 2;
  const variances = [
    ...Array<number>(nExperts).fill(DISSENT_VARIANCE),
    SLOPE_VARIANCE,
    SHIFT_VARIANCE,
  ];
  const least = variances.map((variance) => 1 / variance);
  const state = Float64Array.of(...least.map((_, i) => (i === nExperts ? 1 : 0)), ...least);
  const theta = state.subarray(0, size);
  const precision = state.subarray(size);

  const inputs = (mixture: number, said: readonly number[]): readonly number[] => {
    const z = bound(mixture);
    // Who says nothing dissents from nothing.
    return [...said.map((p) => (isSaid(p) ? bound(p) - z : 0)), z, 1];
  };
  const score = (z: readonly number[]) =>
    sigmoid(z.reduce((sum, value, i) => sum + value * theta[i]!, 0));

  return {
    correct: (mixture, said) => score(inputs(mixture, said)),
    learn: (mixture, said, y, w) => {
      const z = inputs(mixture, said);
      const p = score(z);
      const curvature = w * Math.max(MIN_CURVATURE, p * (1 - p));
      const doubt = z.reduce((sum, value, i) => sum + (value * value) / precision[i]!, 0);
      const step = (w * (y - p)) / (1 + curvature * doubt);
      const kept = KEEP ** w;
      z.forEach((value, i) => {
        theta[i]! += (value * step) / precision[i]!;
        precision[i] = Math.max(least[i]!, kept * (precision[i]! + curvature * value * value));
      });
    },
    shares: (mixture) => {
      // It is linear in the experts' logits, about as the mixture's logit is.
      const agreed = theta[nExperts]! - sum(theta.subarray(0, nExperts));
      const parts = mixture.map((weight, i) => Math.max(0, agreed * weight + theta[i]!));
      const total = sum(parts);
      return total > 0 ? parts.map((part) => part / total) : mixture;
    },
    isState: (saved) => saved.slice(size).every((value) => value > 0),
    state,
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

function bound(probability: number): number {
  return clamp(logit(probability), -MAX_LOGIT, MAX_LOGIT);
}
