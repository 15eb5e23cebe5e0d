import { logit } from '../tools/logit.js';
import { runningScaler } from '../tools/runningScaler.js';
import { sigmoid } from '../tools/sigmoid.js';
import type { FeatureVector, LabelledExample } from '../types.js';
import { assertBatch } from './assertBatch.js';
import { isStateLike } from './isStateLike.js';
import { assertShape, type OnlineClassifier } from './OnlineClassifier.js';

/**
 * Most examples that share one step. Past some size a larger batch takes no better a step, only
 * fewer of them, so a larger batch is taken as several: on the Elec2 stream in batches of 10 000
 * that is worth five to ten points of accuracy over one step a batch.
 *
 * @see McCandlish et al. (2018), "An Empirical Model of Large-Batch Training"
 */
const MAX_STEP = 8;

/**
 * Weights above this count as this: one rare example must not undo all others.
 *
 * @see Ionides (2008), "Truncated Importance Sampling"
 */
const MAX_WEIGHT = 20;

/** What every linear expert takes. */
export interface LinearOptions {
  nFeatures: number;
  /** Names for `contributions`, shape `[nFeatures]`. @defaultValue the indices */
  featureNames?: readonly string[];
  /** Probability before anything was learned; its logit is a fixed offset. @defaultValue 0.5 */
  prior?: number;
}

/** How a linear expert turns gradients into weights. */
export interface Descent {
  readonly name: string;
  /** Shape `[nFeatures + 1]`; the last entry is the bias. */
  readonly theta: Float64Array;
  /** What else it keeps between steps, each saved by its name. */
  readonly memory?: Readonly<Record<string, Float64Array>>;
  /** Changes `theta` for a gradient of its shape. */
  readonly step: (gradient: Float64Array) => void;
}

/**
 * A linear model of the log odds over standardised features, `logit p = offset + θ·[z, 1]`, that
 * leaves the descent on the log loss to its caller.
 *
 * A batch of n takes one step on its mean gradient times √n, at most 8 examples at a time; a batch
 * of one is plain stochastic gradient descent.
 *
 * @see Krizhevsky (2014), "One weird trick for parallelizing convolutional neural networks", for √n
 */
export function linearModel(options: LinearOptions, descent: Descent): OnlineClassifier {
  const { nFeatures, featureNames, prior = 0.5 } = options;
  const { name, theta, memory, step } = descent;
  const offset = logit(prior);
  const scaler = runningScaler(nFeatures);
  const live: Record<string, Float64Array> = { theta, ...memory, scaler: scaler.moments };

  const predict = (z: Float64Array): number =>
    sigmoid(z.reduce((sum, value, i) => sum + value * theta[i]!, offset + theta[nFeatures]!));

  const gradientOf = (examples: readonly LabelledExample[]): Float64Array => {
    const gradient = new Float64Array(nFeatures + 1);
    for (const { x, y, w = 1 } of examples) {
      const z = scaler.transform(x);
      const error = (Math.min(w, MAX_WEIGHT) * (predict(z) - y)) / Math.sqrt(examples.length);
      z.forEach((value, i) => (gradient[i]! += error * value));
      gradient[nFeatures]! += error;
    }
    return gradient;
  };

  const learnMany = (batch: readonly LabelledExample[]): void => {
    const teaching = assertBatch(batch, nFeatures);
    for (let i = 0; i < teaching.length; i += MAX_STEP) {
      const examples = teaching.slice(i, i + MAX_STEP);
      scaler.learn(examples.map(({ x }) => x));
      step(gradientOf(examples));
    }
  };

  const standardise = (x: FeatureVector): Float64Array => {
    assertShape(x, nFeatures);
    return scaler.transform(x);
  };

  const getState = () => ({
    model: name,
    version: 1,
    weights: Object.fromEntries(Object.entries(live).map(([key, values]) => [key, [...values]])),
  });

  return {
    name,
    predictProbaOne: (x) => predict(standardise(x)),
    learnOne: (x, y, w = 1) => learnMany([{ x, y, w }]),
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
