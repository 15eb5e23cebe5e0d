import { logit } from '../tools/logit.js';
import { seededRandom } from '../tools/seededRandom.js';
import { N_HIDDEN } from './protocol.js';
import { add, matMul, mul, relu, softplus, sub, sum, type Tensor } from './tensorflow.js';

/** The network's logits for inputs of shape `[n, nFeatures]`: shape `[n, 1]`. */
export function forward(x: Tensor, [hidden, hiddenBias, output, outputBias]: Tensor[]): Tensor {
  const activation = relu(add(matMul(x, hidden!), hiddenBias!));
  return add(matMul(activation, output!), outputBias!);
}

/** Weighted log loss of logits z: `w·log(1 + eᶻ) − w·y·z`, which cannot overflow. */
export function logLoss(z: Tensor, w: Tensor, wy: Tensor): Tensor {
  return sum(sub(mul(softplus(z), w), mul(z, wy)));
}

/**
 * A hidden layer by Glorot's rule, and an output layer of zeros: an untrained network says the prior.
 *
 * @see Glorot, Bengio (2010), "Understanding the difficulty of training deep feedforward neural networks"
 */
export function firstWeights({
  nFeatures,
  prior,
  seed,
}: {
  nFeatures: number;
  prior: number;
  seed: number;
}) {
  const random = seededRandom(seed);
  const limit = Math.sqrt(6 / (nFeatures + N_HIDDEN));
  return {
    hidden: Array.from({ length: nFeatures * N_HIDDEN }, () => (2 * random() - 1) * limit),
    hiddenBias: Array<number>(N_HIDDEN).fill(0),
    output: Array<number>(N_HIDDEN).fill(0),
    outputBias: [logit(prior)],
  };
}
