import { logit } from '../tools/logit.js';
import { clamp } from '../tools/clamp.js';
import { roundTo } from '../tools/roundTo.js';
import { sigmoid } from '../tools/sigmoid.js';
import { toDigits } from '../tools/toDigits.js';
import type { FeatureVector, ModelState } from '../types.js';
import { fixedModel } from './fixedModel.js';
import { isStateLike } from './isStateLike.js';
import type { OnlineClassifier } from './OnlineClassifier.js';

/** A small network as plain numbers: one hidden layer, one output. */
export type MlpWeights = {
  /** Shape `[nFeatures]`: what is taken off each feature before the first layer. */
  readonly mean: readonly number[];
  /** Shape `[nFeatures]`: what it is multiplied by then. */
  readonly scale: readonly number[];
  /** Shape `[nFeatures · nHidden]`, row by feature. */
  readonly hidden: readonly number[];
  /** Shape `[nHidden]`. */
  readonly hiddenBias: readonly number[];
  /** Shape `[nHidden]`. */
  readonly output: readonly number[];
  /** Shape `[1]`. */
  readonly outputBias: readonly number[];
};

/** A network that is trained elsewhere and says here what it learned. */
export interface Mlp extends OnlineClassifier {
  /**
   * Takes over weights from the learner.
   *
   * @returns false, having changed nothing, when their shapes are others or a number is not finite
   */
  setWeights(weights: MlpWeights): boolean;
  getWeights(): MlpWeights;
}

export interface MlpOptions {
  nFeatures: number;
  featureNames?: readonly string[];
  /** Units of the hidden layer. @defaultValue 16 */
  nHidden?: number;
  /** Probability until weights arrive. @defaultValue 0.5 */
  prior?: number;
}

/** Standard deviations at which inputs are clipped, here and where the network is trained. */
const MAX_DEVIATION = 8;

/**
 * A multilayer perceptron, forward only: `σ(relu(z·W₁ + b₁)·W₂ + b₂)` in a few hundred
 * multiplications. Its `learnMany` checks its input and learns nothing: a worker trains it, and
 * the weights come by `setWeights`.
 */
export function mlp(options: MlpOptions): Mlp {
  const { nFeatures, featureNames, nHidden = 16, prior = 0.5 } = options;
  let weights: MlpWeights = {
    mean: zeros(nFeatures),
    scale: zeros(nFeatures),
    hidden: zeros(nFeatures * nHidden),
    hiddenBias: zeros(nHidden),
    output: zeros(nHidden),
    outputBias: [logit(prior)],
  };

  const standardise = (x: FeatureVector): Float64Array => {
    const { mean, scale } = weights;
    const z = new Float64Array(nFeatures);
    for (let i = 0; i < nFeatures; i += 1) {
      z[i] = clamp((x[i]! - mean[i]!) * scale[i]!, -MAX_DEVIATION, MAX_DEVIATION);
    }
    return z;
  };

  /** Output weight of each hidden unit that is on, 0 of the others; and its activation. */
  const activate = (z: Float64Array) => {
    const { hidden, hiddenBias, output } = weights;
    const activations = Float64Array.from(hiddenBias);
    for (let i = 0; i < nFeatures; i += 1) {
      const value = z[i]!;
      const begin = i * nHidden;
      if (!value) continue;
      for (let unit = 0; unit < nHidden; unit += 1) {
        activations[unit]! += value * hidden[begin + unit]!;
      }
    }
    return Array.from(activations, (activation, unit) => ({
      activation,
      slope: activation > 0 ? output[unit]! : 0,
    }));
  };

  const predict = (x: FeatureVector): number =>
    sigmoid(
      activate(standardise(x)).reduce(
        (sum, { activation, slope }) => sum + activation * slope,
        weights.outputBias[0]!,
      ),
    );

  // Where the units that are on stay on, the network is linear: its slope there times the input.
  const contributions = (x: FeatureVector) => {
    const z = standardise(x);
    const units = activate(z);
    return Array.from(z, (value, i) => {
      let slope = 0;
      for (let unit = 0; unit < nHidden; unit += 1)
        slope += units[unit]!.slope * weights.hidden[i * nHidden + unit]!;
      return { feature: featureNames?.[i] ?? `${i}`, contribution: value * slope };
    });
  };

  const stateOf = (now: MlpWeights): ModelState => ({ model: 'mlp', version: 1, weights: now });

  const setState = (state: ModelState): boolean => {
    if (!isStateLike(state, stateOf(weights))) return false;
    weights = mapLayers(state.weights as MlpWeights, (values) => [...values]);
    return true;
  };

  return {
    ...fixedModel({ name: 'mlp', nFeatures, predict, contributions }),
    getState: () => stateOf(mapLayers(weights, (values) => [...values])),
    setState,
    getWeights: () => weights,
    setWeights: (next) => {
      const isSound = setState(stateOf(next));
      if (isSound) weights = shorten(weights);
      return isSound;
    },
  };
}

function zeros(length: number): number[] {
  return Array<number>(length).fill(0);
}

function mapLayers(
  weights: MlpWeights,
  fn: (values: readonly number[], name: string) => number[],
): MlpWeights {
  const entries = Object.entries(weights).map(([name, values]) => [name, fn(values, name)]);
  return Object.fromEntries(entries) as MlpWeights;
}

/**
 * 32-bit floats have seven digits; as 64-bit ones they would be saved with seventeen. Inputs are
 * of any size; weights behind standardised ones are not, and numbers of six decimals are packed.
 */
function shorten(weights: MlpWeights): MlpWeights {
  return mapLayers(weights, (values, name) =>
    values.map((value) =>
      name === 'mean' || name === 'scale' ? toDigits(value, 7) : roundTo(value, 6),
    ),
  );
}
