import { logit } from '../tools/logit.js';
import { clamp } from '../tools/clamp.js';
import { sigmoid } from '../tools/sigmoid.js';
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

  const standardise = (x: FeatureVector): Float64Array =>
    x.map((value, i) =>
      clamp((value - weights.mean[i]!) * weights.scale[i]!, -MAX_DEVIATION, MAX_DEVIATION),
    );

  /** Output weight of each hidden unit that is on, 0 of the others; and its activation. */
  const activate = (z: Float64Array) =>
    weights.hiddenBias.map((bias, unit) => {
      const activation = z.reduce(
        (sum, value, i) => sum + value * weights.hidden[i * nHidden + unit]!,
        bias,
      );
      return { activation, slope: activation > 0 ? weights.output[unit]! : 0 };
    });

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
    return Array.from(z, (value, i) => ({
      feature: featureNames?.[i] ?? `${i}`,
      contribution: units.reduce(
        (sum, { slope }, unit) => sum + value * slope * weights.hidden[i * nHidden + unit]!,
        0,
      ),
    }));
  };

  const stateOf = (now: MlpWeights): ModelState => ({ model: 'mlp', version: 1, weights: now });

  const setState = (state: ModelState): boolean => {
    if (!isStateLike(state, stateOf(weights))) return false;
    weights = structuredClone(state.weights) as MlpWeights;
    return true;
  };

  return {
    ...fixedModel({ name: 'mlp', nFeatures, predict, contributions }),
    getState: () => stateOf(structuredClone(weights)),
    setState,
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

/** 32-bit floats have seven digits; as 64-bit ones they would be saved with seventeen. */
function shorten(weights: MlpWeights): MlpWeights {
  const entries = Object.entries(weights).map(([name, values]) => [
    name,
    values.map((value) => Number(value.toPrecision(7))),
  ]);
  return Object.fromEntries(entries) as MlpWeights;
}
