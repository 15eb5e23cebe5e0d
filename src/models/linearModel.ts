import { logit } from '../tools/logit.js';
import { roundTo } from '../tools/roundTo.js';
import { runningScaler, type RunningScaler } from '../tools/runningScaler.js';
import { sigmoid } from '../tools/sigmoid.js';
import type { FeatureVector, LabelledExample } from '../types.js';
import { assertBatch } from './assertBatch.js';
import type { KnownBefore } from './knownBefore.js';
import { liveState } from './liveState.js';
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
export const MAX_WEIGHT = 20;

/** Kept of weights, so that a saved model stays small; a step is seldom that short. */
const DECIMALS = 6;

/** What every linear expert takes. */
export interface LinearOptions {
  nFeatures: number;
  /** Names for `contributions`, shape `[nFeatures]`. @defaultValue the indices */
  featureNames?: readonly string[];
  /** Probability before anything was learned; its logit is a fixed offset. @defaultValue 0.5 */
  prior?: number;
  /** What is known of a moment before anything was learned; it comes on top of the prior's logit. */
  known?: KnownBefore;
  /** Shared with others: its owner teaches and saves it. @defaultValue one of its own */
  scaler?: RunningScaler;
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
  const { nFeatures, featureNames } = options;
  const { name, theta, memory, step } = descent;
  const offset = offsetOf(options);
  const { scaler, own } = scalerOf(options);

  const predict = (x: FeatureVector, z: Float64Array): number => {
    let sum = offset(x) + theta[nFeatures]!;
    for (let i = 0; i < nFeatures; i += 1) sum += z[i]! * theta[i]!;
    return sigmoid(sum);
  };

  const gradientOf = (examples: readonly LabelledExample[]): Float64Array => {
    const gradient = new Float64Array(nFeatures + 1);
    for (const { x, y, w = 1 } of examples) {
      const z = scaler.transform(x);
      const error = (Math.min(w, MAX_WEIGHT) * (predict(x, z) - y)) / Math.sqrt(examples.length);
      z.forEach((value, i) => (gradient[i]! += error * value));
      gradient[nFeatures]! += error;
    }
    return gradient;
  };

  const learnMany = (batch: readonly LabelledExample[]): void => {
    const teaching = assertBatch(batch, nFeatures);
    for (let i = 0; i < teaching.length; i += MAX_STEP) {
      const examples = teaching.slice(i, i + MAX_STEP);
      if (own.scaler) scaler.learn(examples.map(({ x }) => x));
      step(gradientOf(examples));
      for (const values of [theta, ...Object.values(memory ?? {})]) {
        for (let j = 0; j < values.length; j += 1) values[j] = roundTo(values[j]!, DECIMALS);
      }
    }
  };

  const standardise = (x: FeatureVector): Float64Array => {
    assertShape(x, nFeatures);
    return scaler.transform(x);
  };

  return {
    name,
    predictProbaOne: (x) => predict(x, standardise(x)),
    learnOne: (x, y, w = 1) => learnMany([{ x, y, w }]),
    learnMany,
    contributions: (x) => [
      ...Array.from(standardise(x), (value, i) => ({
        feature: featureNames?.[i] ?? `${i}`,
        contribution: value * theta[i]!,
      })),
      ...(options.known?.contributions(x) ?? []),
    ],
    ...liveState(name, { theta, ...memory, ...own }),
    dispose() {},
  };
}

/** What the logit is before any weight was learned. */
export function offsetOf({ prior = 0.5, known }: LinearOptions) {
  const base = logit(prior);
  return (x: FeatureVector): number => base + (known?.logitOf(x) ?? 0);
}

/** The shared scaler, or one of its own, which then belongs to what is saved. */
export function scalerOf({ nFeatures, scaler }: LinearOptions): {
  scaler: RunningScaler;
  own: { readonly scaler?: Float64Array };
} {
  const used = scaler ?? runningScaler(nFeatures);
  return { scaler: used, own: scaler ? {} : { scaler: used.moments } };
}
