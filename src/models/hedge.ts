import { clamp } from '../tools/clamp.js';
import type { RunningScaler } from '../tools/runningScaler.js';
import type { FeatureVector, LabelledExample, ModelState, Risk, Slots } from '../types.js';
import { assertBatch } from './assertBatch.js';
import { isStateLike } from './isStateLike.js';
import { assertShape, type OnlineClassifier } from './OnlineClassifier.js';
import { pageHinkley } from './pageHinkley.js';
import { stacking } from './stacking.js';
import { strongest } from './strongest.js';

/** What a mixture says of one moment: the parts of a `Risk` that a model knows. */
export type Assessment = Pick<Risk, 'probability' | 'models' | 'top'>;

/** A mixture of experts that can say who said what. */
export interface Hedge extends OnlineClassifier {
  /** {@link OnlineClassifier.predictProbaOne} with each expert's part in it and what moved it. */
  assess(x: FeatureVector, slots?: Slots): Assessment;
}

export interface HedgeOptions {
  nFeatures: number;
  /** With unique names. */
  experts: readonly OnlineClassifier[];
  /** First weight of each expert, up to a factor, above 0. @defaultValue the same for all */
  initialWeights?: readonly number[];
  /**
   * Share of the weights that returns to the first ones at each label, so that an expert that was
   * wrong for long can come back when things change; forty times that for a while after a drift.
   * @defaultValue 0.0005
   */
  share?: number;
  /** Shared by experts; taught here, before them. @defaultValue each has its own */
  scaler?: RunningScaler;
  /** Of the saved state; change it when features change. @defaultValue 1 */
  version?: number;
}

/** Probabilities are judged at most this sure, so that one surprise does not end an expert. */
const CLIP = 0.001;

/** The share after a drift, and for how many labels. */
const DRIFT_SHARE = 0.02;
const UNSETTLED = 100;

/** Sample weights above this count as this (truncated importance sampling, Ionides 2008). */
const MAX_WEIGHT = 20;

/**
 * Weighs experts by how well they foretold the labels so far, mixes their probabilities, and
 * calibrates the mixture.
 *
 * ```text
 * label ─▶ wᵢ ← wᵢ · P(y | expert i)   ─▶ sum to 1 ─▶ w ← (1 − share)·w + share·w₀
 * x ─▶ expert i ─▶ pᵢ ─▶ Σ wᵢ·pᵢ ─▶ stacking ─▶ probability
 * log loss ─▶ Page–Hinkley ─▶ a larger share for a while, and experts learn fast again
 * ```
 *
 * An example's `predicted` holds what each expert said before the label was known, and is what it
 * is judged by. An expert that said nothing then, or says nothing finite now, is left out of that
 * one call and keeps its share.
 *
 * @see Herbster, Warmuth (1998), "Tracking the Best Expert", for the share; Bousquet, Warmuth
 * (2002), "Tracking a Small Set of Experts", for returning it to the first weights; Freund et al.
 * (1997), "Using and combining predictors that specialize", for experts that are left out
 */
export function hedge(options: HedgeOptions): Hedge {
  const { nFeatures, experts, initialWeights, share = 0.0005, version = 1, scaler } = options;
  const start = normalise(experts.map((_, i) => initialWeights?.[i] ?? 1));
  const weights = Float64Array.from(start);
  const calibration = stacking(experts.length);
  const drift = pageHinkley();
  /** Labels until what has changed counts as known. */
  let unsettled = 0;

  const mix = (said: readonly number[]): number => {
    const total = sum(said.map((p, i) => (isSaid(p) ? weights[i]! : 0)));
    return total ? sum(said.map((p, i) => (isSaid(p) ? p * weights[i]! : 0))) / total : 0.5;
  };

  const predictAll = (x: FeatureVector, slots?: Slots): number[] => {
    assertShape(x, nFeatures);
    return experts.map((expert) => expert.predictProbaOne(x, slots));
  };

  const recall = ({ x, slots, predicted }: LabelledExample): number[] =>
    predicted ? experts.map(({ name }) => predicted[name] ?? NaN) : predictAll(x, slots);

  const judge = ({ y, w = 1 }: LabelledExample, said: readonly number[]): void => {
    const mixture = mix(said);
    const weight = Math.min(w, MAX_WEIGHT);
    calibration.learn(mixture, said, y, weight);
    const likelihoods = said.map((p) => likelihood(isSaid(p) ? p : mixture, y) ** weight);
    const posterior = normalise(weights.map((prior, i) => prior * likelihoods[i]!));
    const back = unsettled > 0 ? DRIFT_SHARE : share;
    weights.set(posterior.map((value, i) => value + back * (start[i]! - value)));
    unsettled = Math.max(0, unsettled - 1);
    if (!drift.update(-Math.log(likelihood(mixture, y)))) return;
    unsettled = UNSETTLED;
    for (const expert of experts) expert.onDrift?.();
  };

  const learnMany = (batch: readonly LabelledExample[]): void => {
    const teaching = assertBatch(batch, nFeatures);
    // All of them are judged by what they said before they learned from any of the batch.
    const said = teaching.map(recall);
    teaching.forEach((example, i) => judge(example, said[i]!));
    scaler?.learn(teaching.map(({ x }) => x));
    for (const expert of experts) expert.learnMany(teaching);
  };

  const assess = (x: FeatureVector, slots?: Slots): Assessment => {
    const said = predictAll(x, slots);
    const speaking = experts
      .map((expert, i) => ({ expert, probability: said[i]!, weight: weights[i]! }))
      .filter(({ probability }) => isSaid(probability));
    return {
      probability: calibration.calibrate(mix(said), said),
      models: Object.fromEntries(
        speaking.map(({ expert, probability, weight }) => [expert.name, { probability, weight }]),
      ),
      top: strongest(
        speaking.flatMap(({ expert, weight }) =>
          (expert.contributions?.(x, slots) ?? []).map(({ feature, contribution }) => ({
            feature,
            contribution: contribution * weight,
          })),
        ),
      ),
    };
  };

  const getState = (): ModelState => ({
    model: 'hedge',
    version,
    weights: {
      experts: [...weights],
      calibration: [...calibration.weights],
      drift: [...drift.state, unsettled],
      ...(scaler && { scaler: [...scaler.moments] }),
    },
    parts: experts.map((expert) => expert.getState()),
  });

  const setState = (state: ModelState): boolean => {
    const before = getState();
    if (!isStateLike(state, before) || !isDistribution(state.weights.experts!)) return false;
    const { parts = [] } = state;
    if (parts.length !== experts.length) return false;
    // All or nothing: the parts that were taken over already are put back.
    if (!experts.every((expert, i) => expert.setState(parts[i]!))) {
      experts.forEach((expert, i) => expert.setState(before.parts![i]!));
      return false;
    }
    weights.set(state.weights.experts!);
    calibration.weights.set(state.weights.calibration!);
    drift.state.set(state.weights.drift!.slice(0, 3));
    unsettled = state.weights.drift![3]!;
    scaler?.moments.set(state.weights.scaler!);
    return true;
  };

  return {
    name: 'hedge',
    predictProbaOne: (x, slots) => {
      const said = predictAll(x, slots);
      return calibration.calibrate(mix(said), said);
    },
    assess,
    learnOne: (x, y, w = 1, slots = []) => learnMany([{ x, y, w, slots }]),
    learnMany,
    contributions: (x, slots) => assess(x, slots).top,
    getState,
    setState,
    dispose: () => experts.forEach((expert) => expert.dispose()),
  };
}

function isSaid(probability: number): boolean {
  return probability >= 0 && probability <= 1;
}

function likelihood(probability: number, y: number): number {
  const p = clamp(probability, CLIP, 1 - CLIP);
  return y ? p : 1 - p;
}

function sum(values: ArrayLike<number>): number {
  return Array.from(values).reduce((total, value) => total + value, 0);
}

function normalise(values: ArrayLike<number>): Float64Array {
  const total = sum(values);
  return Float64Array.from(values, (value) => value / total);
}

function isDistribution(values: readonly number[]): boolean {
  return values.every((value) => value >= 0) && Math.abs(sum(values) - 1) < 1e-6;
}
