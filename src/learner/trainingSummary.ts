import type { MlpWeights } from '../models/mlp.js';
import { hasShape } from '../tools/hasShape.js';
import { toDigits } from '../tools/toDigits.js';
import { N_HIDDEN, RATE, WINDOW, type SavedTraining } from './protocol.js';

/** Where training stands, as far as it is worth keeping between visits. */
export interface TrainingSummary {
  readonly nSteps: number;
  readonly rate: number;
  /** Examples seen. */
  readonly n: number;
  /** Adam's mean squares, one for each {@link N_HIDDEN} weights that hang together. */
  readonly squares: readonly number[];
}

/** Of mean squares, which only scale a step. */
const DIGITS = 3;

/**
 * What is kept of a training for the next visit, beside the weights, which the model keeps: a
 * two-hundredth of the whole. Weights out of one feature have slopes of about one size, so they
 * share a mean square; gradients of the last visit, and its examples, are not waited for.
 *
 * @see Zhang et al. (2024), "Adam-mini: Use Fewer Learning Rates To Gain More", for shared squares
 */
export function summarise({ training }: SavedTraining): TrainingSummary | undefined {
  if (!training) return undefined;
  const { nSteps, rate, squares, scaler } = training;
  const blocks = Array.from({ length: Math.ceil(squares.length / N_HIDDEN) }, (_, i) =>
    squares.slice(i * N_HIDDEN, (i + 1) * N_HIDDEN),
  );
  return {
    nSteps,
    rate,
    n: scaler[0]!,
    squares: blocks.map((block) =>
      toDigits(block.reduce((sum, square) => sum + square, 0) / block.length, DIGITS),
    ),
  };
}

/**
 * Goes on with the model's weights from a summary, which may come from anywhere. Where there is none
 * that can be read, as with a prior's network, the optimiser begins anew, but not the network.
 *
 * @returns what a trainer can check and start from; `undefined` where the weights were never learned
 */
export function resume(summary: unknown, weights: MlpWeights): unknown {
  const { hidden, hiddenBias, output, mean, scale } = weights;
  if (!hidden.some(Boolean)) return undefined;
  const size = hidden.length + hiddenBias.length + output.length + 1;
  const isOfThese = isSummary(summary) && summary.squares.length === nBlocks(size);
  const { nSteps, rate, n, squares } = isOfThese ? summary : noSummary(size);
  const training = {
    weights,
    nSteps,
    rate,
    moments: Array<number>(size).fill(0),
    squares: squares.flatMap((square) => Array<number>(N_HIDDEN).fill(square)).slice(0, size),
    scaler: [n, ...mean, ...scale.map((each) => n / each ** 2)],
  };
  return { version: 1, training, recent: [] };
}

function nBlocks(size: number): number {
  return Math.ceil(size / N_HIDDEN);
}

function isSummary(value: unknown): value is TrainingSummary {
  return hasShape(value, { nSteps: 'number', rate: 'number', n: 'number', squares: 'array' });
}

/** Of a network that somebody else has trained: its scales are as good as those of a full window. */
function noSummary(size: number): TrainingSummary {
  const squares = Array<number>(nBlocks(size)).fill(0);
  return { nSteps: 0, rate: RATE, n: WINDOW, squares };
}
