import { clamp } from '../tools/clamp.js';
import { logit } from '../tools/logit.js';
import { runningScaler } from '../tools/runningScaler.js';
import { sigmoid } from '../tools/sigmoid.js';
import type { FeatureVector, LabelledExample, ModelState, Slots } from '../types.js';
import { assertBatch } from './assertBatch.js';
import { isStateLike } from './isStateLike.js';
import type { LinearOptions } from './linearModel.js';
import { assertShape, type OnlineClassifier } from './OnlineClassifier.js';

export interface SequenceOptions extends LinearOptions {
  /** Sequence features there are. @defaultValue 1024 */
  nSlots?: number;
  /** First step of each weight. @defaultValue 0.05 */
  rate?: number;
  name?: string;
}

/** Weights above this count as this (truncated importance sampling, Ionides 2008). */
const MAX_WEIGHT = 20;

/** So that the first examples of a sequence feature do not throw it to one side. */
const FIRST_SQUARES = 0.01;

const MAX_THETA = 20;

/**
 * Logistic regression on standardised features and on sequence features at once: the dense ones see
 * how much of something there was, the sequence ones what was done and in which order. Each weight
 * has an AdaGrad rate of its own, so that a rare sequence still learns when common ones have settled.
 *
 * @see Duchi, Hazan, Singer (2011), "Adaptive Subgradient Methods"
 */
export function sequence(options: SequenceOptions): OnlineClassifier {
  const { nFeatures, featureNames, prior = 0.5, nSlots = 1024, rate = 0.05 } = options;
  const { name = 'sequence' } = options;
  const size = nFeatures + 1 + nSlots;
  const offset = logit(prior);
  const theta = new Float64Array(size);
  const squares = new Float64Array(size)
    .fill(1e-6, 0, nFeatures + 1)
    .fill(FIRST_SQUARES, nFeatures + 1);
  const scaler = runningScaler(nFeatures);
  const live: Record<string, Float64Array> = { theta, squares, scaler: scaler.moments };

  const score = (z: Float64Array, slots: Slots): number => {
    let sum = offset + theta[nFeatures]!;
    for (let i = 0; i < nFeatures; i += 1) sum += z[i]! * theta[i]!;
    for (const slot of slots) sum += theta[nFeatures + 1 + slot] ?? 0;
    return sum;
  };

  const descend = (i: number, slope: number): void => {
    if (!(i < size)) return;
    squares[i]! += slope * slope;
    theta[i] = clamp(theta[i]! - (rate * slope) / Math.sqrt(squares[i]!), -MAX_THETA, MAX_THETA);
  };

  const learn = ({ x, slots = [], y, w = 1 }: LabelledExample): void => {
    scaler.learn([x]);
    const z = scaler.transform(x);
    const error = Math.min(w, MAX_WEIGHT) * (sigmoid(score(z, slots)) - y);
    z.forEach((value, i) => value && descend(i, error * value));
    descend(nFeatures, error);
    for (const slot of slots) descend(nFeatures + 1 + slot, error);
  };

  const standardise = (x: FeatureVector): Float64Array => {
    assertShape(x, nFeatures);
    return scaler.transform(x);
  };

  const getState = (): ModelState => ({
    model: name,
    version: 1,
    weights: Object.fromEntries(Object.entries(live).map(([key, values]) => [key, [...values]])),
  });

  const learnMany = (batch: readonly LabelledExample[]) =>
    assertBatch(batch, nFeatures).forEach(learn);

  return {
    name,
    predictProbaOne: (x, slots = []) => sigmoid(score(standardise(x), slots)),
    learnOne: (x, y, w = 1, slots = []) => learnMany([{ x, y, w, slots }]),
    learnMany,
    contributions: (x) =>
      Array.from(standardise(x), (value, i) => ({
        feature: featureNames?.[i] ?? `${i}`,
        contribution: value * theta[i]!,
      })),
    getState,
    setState(state) {
      if (!isStateLike(state, getState())) return false;
      for (const [key, values] of Object.entries(live)) values.set(state.weights[key]!);
      return true;
    },
    dispose() {},
  };
}
