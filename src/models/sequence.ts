import { clamp } from '../tools/clamp.js';
import { rememberLast } from '../tools/rememberLast.js';
import { roundTo } from '../tools/roundTo.js';
import { toRuns } from '../tools/runLengths.js';
import { sigmoid } from '../tools/sigmoid.js';
import type { FeatureVector, LabelledExample, Slots } from '../types.js';
import { assertBatch } from './assertBatch.js';
import { liveState } from './liveState.js';
import { MAX_WEIGHT, offsetOf, scalerOf, type LinearOptions } from './linearModel.js';
import { assertShape, type OnlineClassifier } from './OnlineClassifier.js';

export interface SequenceOptions extends LinearOptions {
  /** @defaultValue `sequence` */
  name?: string;
  /**
   * How far a feature's weight may lie from 0 before anything is known, as a variance, by the name of
   * the feature. @defaultValue 0.02 for each
   */
  variance?: (feature: string) => number;
  /**
   * Families of sequence features, in the order of their slots: how many, and the variance of their
   * weights; those of variance 0 are not looked at. @defaultValue 1024 of 0.02
   */
  families?: readonly (readonly [size: number, variance: number])[];
  /** Makes its own slots of the standardised measures. @defaultValue those that it is given */
  slotsOf?: (z: Float64Array) => Slots;
}

/**
 * Looks at one session come with the root of their number as weights. Whoever adds evidence up is too
 * sure even so, since all of them are about one ending: less than one counts as this power of it.
 */
const NEWS_POWER = 1.5;
/** Of the bias, which nothing else can make up for. */
const BIAS_VARIANCE = 0.3;
/** Nothing is ever so certain that an example teaches nothing. */
const MIN_CURVATURE = 0.02;
const MAX_THETA = 20;
/** Weights are kept in whole numbers of these, which are short as text. */
const THETA_UNIT = 1e-4;
/** So is what was seen of them: what examples have added to the precision. */
export const SEEN_UNIT = 0.01;
const MAX_SEEN = 1e8;
/** Share of what was seen that is left after a drift. */
const DRIFT_KEEP = 0.1;

/**
 * Logistic regression on standardised features and on sequence features at once: the dense ones see
 * how much of something there was, the sequence ones what was done and in which order.
 *
 * Bayesian, with a variance of its own for each weight, which shrinks with each example that it saw (what
 * they add to its inverse, the precision, is what is kept):
 * a sequence that is seen for the first time moves its weight as far as the evidence goes, one that
 * was seen a thousand times hardly at all. What is uncertain pulls the prediction towards the prior,
 * so it is modest where it knows little.
 *
 * @see Graepel et al. (2010), "Web-Scale Bayesian Click-Through Rate Prediction"; Spiegelhalter,
 * Lauritzen (1990), "Sequential updating of conditional probabilities", for the logistic update
 */
export function sequence(options: SequenceOptions): OnlineClassifier {
  const { nFeatures, featureNames, name = 'sequence', variance = () => 0.02 } = options;
  const { families = [[1024, 0.02]], slotsOf } = options;
  const offset = offsetOf(options);
  // Where the weight of each slot is, and the variances of all weights.
  const places = families.flatMap(([size, each]) => Array<boolean>(size).fill(each > 0));
  const variances = families.flatMap(([size, each]) =>
    Array<number>(each > 0 ? size : 0).fill(each),
  );
  let next = nFeatures;
  const placeOf = places.map((isUsed) => (isUsed ? (next += 1) : -1));
  const first = [
    ...Array.from({ length: nFeatures }, (_, i) => variance(featureNames?.[i] ?? `${i}`)),
    BIAS_VARIANCE,
    ...variances,
  ].map((each) => 1 / each);
  /** For whoever merges what was learned apart. */
  const firstRuns = Float64Array.from(toRuns(first));
  const theta = new Float64Array(first.length);
  const seen = new Float64Array(first.length);
  const { scaler, own } = scalerOf(options);

  const ownSlots = rememberLast(slotsOf ?? (() => []));

  /** 1 / variance: grows with what is known. */
  const precision = (i: number): number => first[i]! + seen[i]! * SEEN_UNIT;

  /** Calls back with each weight that is on, and how much. */
  const forEachOn = (z: Float64Array, given: Slots, fn: (i: number, value: number) => void) => {
    const slots = slotsOf ? ownSlots(z) : given;
    for (let i = 0; i < nFeatures; i += 1) if (z[i]) fn(i, z[i]!);
    fn(nFeatures, 1);
    for (const slot of slots) {
      const i = placeOf[slot] ?? -1;
      if (i >= 0) fn(i, 1);
    }
  };

  const judge = (x: FeatureVector, z: Float64Array, slots: Slots) => {
    let score = 0;
    let doubt = 0;
    forEachOn(z, slots, (i, value) => {
      score += value * theta[i]!;
      doubt += (value * value) / precision(i);
    });
    // MacKay (1992), "The evidence framework applied to classification networks".
    const sure = 1 / Math.sqrt(1 + (Math.PI * doubt) / 8);
    return { p: sigmoid(offset(x) + score * THETA_UNIT * sure), doubt };
  };

  const learn = ({ x, slots = [], y, w = 1 }: LabelledExample): void => {
    const z = scaler.transform(x);
    const weight = w < 1 ? w ** NEWS_POWER : Math.min(w, MAX_WEIGHT);
    const { p, doubt } = judge(x, z, slots);
    const curvature = weight * Math.max(MIN_CURVATURE, p * (1 - p));
    const step = (weight * (y - p)) / (1 + curvature * doubt);
    forEachOn(z, slots, (i, value) => {
      const moved = theta[i]! + (value * step) / precision(i) / THETA_UNIT;
      theta[i] = clamp(roundTo(moved, 0), -MAX_THETA / THETA_UNIT, MAX_THETA / THETA_UNIT);
      const more = seen[i]! + (curvature * value * value) / SEEN_UNIT;
      seen[i] = Math.min(MAX_SEEN, Math.round(more));
    });
  };

  const learnMany = (batch: readonly LabelledExample[]): void => {
    for (const example of assertBatch(batch, nFeatures)) {
      if (own.scaler) scaler.learn([example.x]);
      learn(example);
    }
  };

  const standardise = (x: FeatureVector): Float64Array => {
    assertShape(x, nFeatures);
    return scaler.transform(x);
  };

  return {
    name,
    predictProbaOne: (x, slots = []) => judge(x, standardise(x), slots).p,
    learnOne: (x, y, w = 1, slots = []) => learnMany([{ x, y, w, slots }]),
    learnMany,
    contributions: (x, given = []) => {
      const z = standardise(x);
      const slots = slotsOf ? ownSlots(z) : given;
      return [
        ...Array.from(z, (value, i) => ({
          feature: featureNames?.[i] ?? `${i}`,
          contribution: value * theta[i]! * THETA_UNIT,
        })),
        {
          feature: name,
          contribution:
            THETA_UNIT * slots.reduce((sum, slot) => sum + (theta[placeOf[slot] ?? -1] ?? 0), 0),
        },
        ...(options.known?.contributions(x) ?? []),
      ];
    },
    onDrift: () => seen.forEach((value, i) => (seen[i] = Math.round(value * DRIFT_KEEP))),
    ...liveState(
      name,
      { theta, seen, first: firstRuns, ...own },
      {
        version: 2,
        isSound: (weights) =>
          weights.seen!.every((value) => value >= 0) && weights.first!.join() === firstRuns.join(),
      },
    ),
    dispose() {},
  };
}
