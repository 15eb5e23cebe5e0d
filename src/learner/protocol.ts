import { hasShape } from '../tools/hasShape.js';
import type { Label } from '../types.js';
import type { MlpWeights } from '../models/mlp.js';

/** Hidden units of the network; main thread and worker have to agree on it. */
export const N_HIDDEN = 16;

/** Recent examples that are kept for replay. */
export const WINDOW = 256;

/** Adam's step size at first; a step that overflows halves it. */
export const RATE = 0.01;

/** A labelled example as plain data. */
export interface Row {
  /** Shape `[nFeatures]`. */
  readonly x: readonly number[];
  readonly y: Label;
  readonly w: number;
}

/** Where training stands, save for the examples to replay. Plain data. */
export interface TrainingState {
  readonly weights: MlpWeights;
  readonly nSteps: number;
  readonly rate: number;
  /** Adam's two running means, in the order `hidden, hiddenBias, output, outputBias`. */
  readonly moments: readonly number[];
  readonly squares: readonly number[];
  /** Moments of the features, shape `[2 · nFeatures + 1]`. */
  readonly scaler: readonly number[];
}

/** What is kept between visits. */
export interface SavedTraining {
  readonly version: 1;
  readonly training?: TrainingState;
  /** At most {@link WINDOW}, oldest first. */
  readonly recent: readonly Row[];
}

export type ToWorker =
  | { readonly type: 'start'; readonly nFeatures: number; readonly saved: SavedTraining }
  | { readonly type: 'learn'; readonly id: number; readonly rows: readonly Row[] };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'learned'; readonly id: number; readonly training: TrainingState }
  /** With the `id` of the request that failed, or -1 for a message that made no sense. */
  | { readonly type: 'failed'; readonly id: number };

/** Whether a message to the worker is one of {@link ToWorker}, with features of the shape expected. */
export function isToWorker(data: unknown, nFeatures?: number): data is ToWorker {
  if (!hasShape(data, { type: 'string' })) return false;
  if (data.type === 'start') return isSize(data.nFeatures) && isSaved(data.saved, data.nFeatures);
  return (
    data.type === 'learn' &&
    isSize(data.id) &&
    nFeatures !== undefined &&
    areRows(data.rows, nFeatures)
  );
}

/** Whether a message from the worker is one of {@link FromWorker}, finite throughout. */
export function isFromWorker(data: unknown, nFeatures: number): data is FromWorker {
  if (!hasShape(data, { type: 'string' })) return false;
  if (data.type === 'ready') return true;
  if (data.type === 'failed') return typeof data.id === 'number';
  return data.type === 'learned' && isSize(data.id) && isTraining(data.training, nFeatures);
}

/** Whether saved data, which may come from anywhere, can be gone on from. */
export function isSaved(saved: unknown, nFeatures: number): saved is SavedTraining {
  return (
    hasShape(saved, { version: 'number', recent: 'array' }) &&
    saved.version === 1 &&
    areRows(saved.recent, nFeatures) &&
    (saved.training === undefined || isTraining(saved.training, nFeatures))
  );
}

function isTraining(training: unknown, nFeatures: number): boolean {
  const nHiddenWeights = nFeatures * N_HIDDEN;
  const nWeights = nHiddenWeights + 2 * N_HIDDEN + 1;
  const state = { moments: nWeights, squares: nWeights, scaler: 2 * nFeatures + 1 };
  const weights = {
    mean: nFeatures,
    scale: nFeatures,
    hidden: nHiddenWeights,
    hiddenBias: N_HIDDEN,
    output: N_HIDDEN,
    outputBias: 1,
  };
  return (
    hasShape(training, {}) &&
    isSize(training.nSteps) &&
    areFinite([training.rate], 1) &&
    haveLengths(training, state) &&
    haveLengths(training.weights, weights)
  );
}

function haveLengths(value: unknown, lengths: Readonly<Record<string, number>>): boolean {
  return (
    hasShape(value, {}) &&
    Object.entries(lengths).every(([name, length]) => areFinite(value[name], length))
  );
}

/** Whether these are examples of the shape expected, finite throughout. */
export function areRows(rows: unknown, nFeatures: number): rows is readonly Row[] {
  return Array.isArray(rows) && rows.every((row) => isRow(row, nFeatures));
}

function isRow(row: unknown, nFeatures: number): boolean {
  return (
    hasShape(row, { w: 'number' }) &&
    areFinite([row.w], 1) &&
    (row.y === 0 || row.y === 1) &&
    areFinite(row.x, nFeatures)
  );
}

function areFinite(values: unknown, length: number): boolean {
  return (
    Array.isArray(values) && values.length === length && Array.from(values).every(Number.isFinite)
  );
}

function isSize(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}
