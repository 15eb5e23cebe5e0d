import { beforeAll, describe, expect, it } from 'vitest';
import { firstWeights, forward, logLoss } from '../../src/learner/network.js';
import { N_HIDDEN } from '../../src/learner/protocol.js';
import { grads, setUpTensorflow, tensor, tidy, type Tensor } from '../../src/learner/tensorflow.js';
import { seededRandom } from '../../src/tools/seededRandom.js';

const N_FEATURES = 3;
const N_ROWS = 7;
/** A smaller step drowns in the rounding of 32 bits. */
const STEP = 1e-2;

const random = seededRandom(3);
const draw = (n: number) => Array.from({ length: n }, () => 2 * random() - 1);

/** Half of the units are on, half off, all of them further from the bend of `relu` than inputs can move. */
const BIASES = Array.from({ length: N_HIDDEN }, (_, i) => (i % 2 ? 2.5 : -2.5));

/** The network's four layers, none of them 0. */
const { hidden } = firstWeights({ nFeatures: N_FEATURES, prior: 0.3, seed: 1 });
const LAYERS = [hidden, BIASES, draw(N_HIDDEN), draw(1)];
const SHAPES = [[N_FEATURES, N_HIDDEN], [N_HIDDEN], [N_HIDDEN, 1], [1]];
const X = draw(N_ROWS * N_FEATURES);
const W = draw(N_ROWS).map((w) => Math.abs(w) + 0.1);
const Y = [1, 0, 0, 1, 0, 1, 0];

const toTensors = (layers: readonly number[][]) =>
  layers.map((values, i) => tensor(Float32Array.from(values), SHAPES[i]));
const column = (values: readonly number[]) => tensor(Float32Array.from(values), [N_ROWS, 1]);

const lossOf = (...network: Tensor[]): Tensor =>
  logLoss(
    forward(tensor(Float32Array.from(X), [N_ROWS, N_FEATURES]), network),
    column(W),
    column(W.map((w, i) => w * Y[i]!)),
  );

const lossAt = (layers: readonly number[][]): number =>
  tidy(() => lossOf(...toTensors(layers)).dataSync()[0]!);

/** The same layers with one weight moved. */
const moved = (layer: number, at: number, by: number) =>
  LAYERS.map((values, i) =>
    i === layer ? values.map((value, j) => (j === at ? value + by : value)) : values,
  );

describe('gradients of the network', () => {
  beforeAll(() => setUpTensorflow());

  it.each([...LAYERS.keys()])('are those of finite differences, in layer %i', (layer) => {
    const slopes = tidy(() => [...grads(lossOf)(toTensors(LAYERS))[layer]!.dataSync()]);
    const differences = LAYERS[layer]!.map(
      (_, at) => (lossAt(moved(layer, at, STEP)) - lossAt(moved(layer, at, -STEP))) / (2 * STEP),
    );
    slopes.forEach((slope, at) => expect(slope).toBeCloseTo(differences[at]!, 2));
    expect(Math.max(...slopes.map(Math.abs))).toBeGreaterThan(0.1);
  });
});
