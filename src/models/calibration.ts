import type { Label } from '../types.js';
import { recursiveLogistic } from './recursiveLogistic.js';
import { boundedLogit, SHIFT_VARIANCE, SLOPE_VARIANCE } from './stacking.js';

/** Corrects what is said in the end by what came of it. */
export interface Calibration {
  /** @param context - what else is known of the moment, shape `[nContext]` */
  correct(probability: number, context: readonly number[]): number;
  learn(probability: number, context: readonly number[], y: Label, w: number): void;
  /** Whether saved numbers, of the shape of `state` and finite, are such a state. */
  isState(saved: readonly number[]): boolean;
  /** Weights of slope, shift, bend and context, then their covariance, live; see `recursiveLogistic`. */
  readonly state: Float64Array;
}

/** How far weights may lie from where they begin, as variances. */
const BEND_VARIANCE = 0.3;
const CONTEXT_VARIANCE = 0.1;

/**
 * Platt scaling with a bend and a context: `σ(slope · z + shift + bend · tanh z + Σ cᵢ · contextᵢ)`
 * where z is the logit of what is said. It changes nothing at first.
 *
 * Who learns on many looks at one ending is too sure at both ends, yet not sure enough between them,
 * which no slope mends: with a bend the slope near 0 is another than far from it.
 *
 * @see Platt (1999), "Probabilistic outputs for support vector machines"; Kull, Silva Filho, Flach
 * (2017), "Beta calibration", for more than one slope
 */
export function calibration(nContext = 0): Calibration {
  const { predict, learn, isState, state } = recursiveLogistic(
    [1, 0, 0, ...Array<number>(nContext).fill(0)],
    [
      SLOPE_VARIANCE,
      SHIFT_VARIANCE,
      BEND_VARIANCE,
      ...Array<number>(nContext).fill(CONTEXT_VARIANCE),
    ],
  );

  const inputs = (probability: number, context: readonly number[]): readonly number[] => {
    const z = boundedLogit(probability);
    return [z, 1, Math.tanh(z), ...context];
  };

  return {
    correct: (probability, context) => predict(inputs(probability, context)),
    learn: (probability, context, y, w) => learn(inputs(probability, context), y, w),
    isState,
    state,
  };
}
