/** Adam on plain arrays: what it keeps can be saved as it is. */
export interface Adam {
  /** Running means of the gradients and of their squares, live, shape of the weights. */
  readonly moments: Float32Array;
  readonly squares: Float32Array;
  /** Moves `weights` by one step, in place. */
  step(
    weights: Float32Array,
    gradient: ArrayLike<number>,
    options: { rate: number; nSteps: number; decay: number },
  ): void;
}

const BETA_1 = 0.9;
const BETA_2 = 0.999;
/** TensorFlow.js's own, for 32-bit floats. */
const EPSILON = 1e-7;

/**
 * Adam, with weights that decay on their own.
 *
 * @see Kingma, Ba (2015), "Adam: A Method for Stochastic Optimization", algorithm 1; Loshchilov,
 * Hutter (2019), "Decoupled Weight Decay Regularization"
 */
export function adam(size: number): Adam {
  const moments = new Float32Array(size);
  const squares = new Float32Array(size);
  return {
    moments,
    squares,
    step(weights, gradient, { rate, nSteps, decay }) {
      const bias1 = 1 - BETA_1 ** nSteps;
      const bias2 = 1 - BETA_2 ** nSteps;
      for (let i = 0; i < size; i += 1) {
        const slope = gradient[i]!;
        moments[i] = BETA_1 * moments[i]! + (1 - BETA_1) * slope;
        squares[i] = BETA_2 * squares[i]! + (1 - BETA_2) * slope * slope;
        weights[i]! *= 1 - rate * decay;
        weights[i]! -= (rate * (moments[i]! / bias1)) / (Math.sqrt(squares[i]! / bias2) + EPSILON);
      }
    },
  };
}
