import type { MlpWeights } from '../models/mlp.js';
import { runningScaler } from '../tools/runningScaler.js';
import { seededRandom } from '../tools/seededRandom.js';
import { adam } from './adam.js';
import {
  N_HIDDEN,
  RATE,
  WINDOW,
  type Row,
  type SavedTraining,
  type TrainingState,
} from './protocol.js';
import { firstWeights, forward, logLoss } from './network.js';
import { grads, setUpTensorflow, sigmoid, tensor, tidy, type Tensor } from './tensorflow.js';

/** A network in training. Its weights live in plain arrays, so nothing needs to be freed. */
export interface MlpTraining {
  /** Takes steps on a batch of any size, each example being new once. */
  learnMany(rows: readonly Example[]): void;
  /** What the network says now, by TensorFlow.js itself; one probability a row. */
  predictProbaMany(xs: readonly ArrayLike<number>[]): number[];
  /** All that the network needs to predict elsewhere. */
  getWeights(): MlpWeights;
  getState(): TrainingState;
}

/** A {@link Row} that need not be plain data. */
type Example = Omit<Row, 'x'> & { readonly x: ArrayLike<number> };

export interface TrainMlpOptions {
  nFeatures: number;
  /** Goes on from here. @defaultValue from nothing */
  saved?: SavedTraining;
  /** Probability before anything was learned. @defaultValue 0.08 */
  prior?: number;
  /** Adam's step size. @defaultValue {@link RATE} */
  rate?: number;
  /** Of the weights at each step, times its size. @defaultValue 0.1 */
  decay?: number;
  /** Of the first weights and of replay: the same seed and data give the same network. @defaultValue 1 */
  seed?: number;
}

/** Examples a step: new ones first, filled up with recent ones. */
const BATCH = 32;

/** Sample weights above this count as this (truncated importance sampling, Ionides 2008). */
const MAX_WEIGHT = 20;

/**
 * A network of thousands of weights knows a few hundred examples by heart; what no example calls for
 * goes away in a thousand steps.
 */
const DECAY = 0.1;

/** Slopes from here on have squares near the end of what 32 bits can hold. */
const MAX_SLOPE = 1e15;

/**
 * Trains the network of `models/mlp.ts` with TensorFlow.js, on a stream: each step takes up to 32
 * new examples and fills up with a random sample of the last 256, so that little is forgotten and
 * what was true long ago is.
 *
 * A step whose gradient overflows is not taken, and halves the rate.
 *
 * @see Chaudhry et al. (2019), "On Tiny Episodic Memories in Continual Learning", for replay
 */
export function trainMlp(options: TrainMlpOptions): MlpTraining {
  const { nFeatures, saved, prior = 0.08, decay = DECAY, seed = 1 } = options;
  const before = saved?.training;
  let { rate, nSteps } = before ?? { rate: options.rate ?? RATE, nSteps: 0 };
  let recent: readonly Example[] = saved?.recent ?? [];
  setUpTensorflow();

  const scaler = runningScaler(nFeatures);
  if (before) scaler.moments.set(before.scaler);

  const { hidden, hiddenBias, output, outputBias } =
    before?.weights ?? firstWeights({ nFeatures, prior, seed });
  const weights = Float32Array.from([...hidden, ...hiddenBias, ...output, ...outputBias]);
  const optimizer = adam(weights.length);
  if (before) {
    optimizer.moments.set(before.moments);
    optimizer.squares.set(before.squares);
  }

  const begins = [0, ...[0, 1, 2].map((i) => (nFeatures + i) * N_HIDDEN)];
  /** Views of `weights`, one a layer. */
  const layers = begins.map((begin, i) => weights.subarray(begin, begins[i + 1]));
  const shapes = [[nFeatures, N_HIDDEN], [N_HIDDEN], [N_HIDDEN, 1], [1]];
  const toTensors = () => layers.map((values, i) => tensor(values, shapes[i]));

  const toInput = (xs: readonly ArrayLike<number>[]) => {
    const values = new Float32Array(xs.length * nFeatures);
    xs.forEach((x, i) => values.set(scaler.transform(x), i * nFeatures));
    return tensor(values, [xs.length, nFeatures]);
  };

  const toGradient = (rows: readonly Example[]): Float32Array =>
    tidy(() => {
      const x = toInput(rows.map((row) => row.x));
      const w = rows.map((row) => Math.min(row.w, MAX_WEIGHT) / rows.length);
      const wy = rows.map((row, i) => w[i]! * row.y);
      const loss = (...network: Tensor[]) =>
        logLoss(forward(x, network), toColumn(w), toColumn(wy));
      const gradient = new Float32Array(weights.length);
      grads(loss)(toTensors()).forEach((slope, i) => gradient.set(slope.dataSync(), begins[i]));
      return gradient;
    });

  const step = (rows: readonly Example[]): void => {
    const gradient = toGradient(rows);
    if (!gradient.every((slope) => Math.abs(slope) < MAX_SLOPE)) {
      rate /= 2;
      return;
    }
    nSteps += 1;
    optimizer.step(weights, gradient, { rate, nSteps, decay });
  };

  /** Drawn anew from the seed at each step, so that a saved training goes on as it would have. */
  const replay = (n: number): Example[] => {
    const random = seededRandom(seed + nSteps);
    return Array.from(
      { length: Math.min(n, recent.length) },
      () => recent[Math.floor(random() * recent.length)]!,
    );
  };

  const getWeights = (): MlpWeights => ({
    mean: [...scaler.mean()],
    scale: [...scaler.scale()],
    ...toWeights(layers),
  });

  return {
    learnMany(rows) {
      const teaching = rows.filter(({ w }) => w > 0);
      for (let i = 0; i < teaching.length; i += BATCH) {
        const fresh = teaching.slice(i, i + BATCH);
        scaler.learn(fresh.map(({ x }) => x));
        step([...fresh, ...replay(BATCH - fresh.length)]);
        recent = [...recent, ...fresh].slice(-WINDOW);
      }
    },
    predictProbaMany: (xs) =>
      tidy(() => [...sigmoid(forward(toInput(xs), toTensors())).dataSync()]),
    getWeights,
    getState: () => ({
      weights: getWeights(),
      nSteps,
      rate,
      moments: [...optimizer.moments],
      squares: [...optimizer.squares],
      scaler: [...scaler.moments],
    }),
  };
}

function toColumn(values: readonly number[]): Tensor {
  return tensor(Float32Array.from(values), [values.length, 1]);
}

function toWeights(layers: readonly Float32Array[]): Omit<MlpWeights, 'mean' | 'scale'> {
  const [hidden = [], hiddenBias = [], output = [], outputBias = []] = layers.map((layer) => [
    ...layer,
  ]);
  return { hidden, hiddenBias, output, outputBias };
}
