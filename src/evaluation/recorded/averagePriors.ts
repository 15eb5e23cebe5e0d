import {
  featureNames,
  MAX_SHAPES,
  MAX_TASKS,
  OWN_SHAPE,
  SCHEMA_VERSION,
} from '../../features/index.js';
import { riskModel, SEEN_UNIT } from '../../models/index.js';
import { fromRuns } from '../../tools/runLengths.js';
import { shorten, type Prior } from '../../prior.js';
import { sortBy } from '../../tools/sortBy.js';
import { sum } from '../../tools/sum.js';
import type { ModelState } from '../../types.js';
import { addWeightings, meanWeightings, type Merge } from './mergeWeightings.js';

/**
 * Makes one prior of several that were trained apart: counts add up, scalers are merged exactly,
 * weights that carry their certainty are weighted by it, losses of experts add up, and the others
 * averaged by how much each has seen. One stays as it is, bit for bit; their order does not matter.
 *
 * @see Chan, Golub, LeVeque (1983), "Algorithms for computing the sample variance"; McMahan et al.
 * (2017), "Communication-Efficient Learning of Deep Networks from Decentralized Data"; Broderick et
 * al. (2013), "Streaming variational Bayes", for posteriors that were found apart
 */
export function averagePriors(priors: readonly Prior[]): Prior {
  // Sums of floats depend on their order, so there is only one.
  const sorted = sortBy(priors, (prior) => JSON.stringify(prior));
  if (sorted.length === 1) return sorted[0]!;
  const counts = sorted.map(({ weights }) => weights.n[0]!);
  const total = sum(counts);
  const shares = counts.map((n) => (total ? n / total : 1 / counts.length));
  return {
    ...sorted[0]!,
    version: SCHEMA_VERSION,
    weights: {
      n: [total],
      base: addUp(sorted.map(({ weights }) => weights.base)),
      tasks: addTasks(sorted.map(({ weights }) => weights.tasks)),
      shapes: mergeShapes(sorted.map(({ weights }) => weights.shapes)),
    },
    parts: [
      shorten(
        mergeStates(
          sorted.map(({ parts: [prior] }) => riskModel({ featureNames, prior }).getState()),
          shares,
          riskModel({ featureNames }).getState(),
        ),
      ),
    ],
  };
}

/** @param begin - what all of them were before they learned anything */
function mergeStates(
  states: readonly ModelState[],
  shares: readonly number[],
  begin: ModelState,
): ModelState {
  const [first] = states as [ModelState];
  const weights = Object.keys(first.weights).map((name) => {
    const all = states.map((state) => state.weights[name]!);
    return [name, (MERGE[name] ?? average)(all, shares, begin.weights[name]!)] as const;
  });
  const parts = first.parts?.map((_, i) =>
    mergeStates(
      states.map((state) => state.parts![i]!),
      shares,
      begin.parts![i]!,
    ),
  );
  const certain = first.weights.seen ? mergePosteriors(states) : {};
  const merged = { ...Object.fromEntries(weights), ...certain };
  return { ...first, weights: merged, ...(parts && { parts }) };
}

/** Features that say about the same at once: of measures, nearly all; of sequences, a few. */
const ALIKE = { measures: 100, sequences: 5 };

/**
 * Posteriors over weights, each with a mean and a precision, by Bayes' rule: what each part has
 * learned adds up on the prior that all began with, `θ = Σ (π₀ + λₖ)·mₖ / (π₀ + Σ λₖ)`. A sequence
 * that one part alone has seen keeps its weight; what all know well is averaged.
 *
 * That is exact for weights that are independent. Weights of features that come together are not:
 * each part has explained the whole of the outcome with them, and their sum would explain it several
 * times. Together they are known far better than the precision of each tells, so it is taken to be
 * that of the features that say about the same.
 */
function mergePosteriors(states: readonly ModelState[]): ModelState['weights'] {
  const [{ weights }] = states as [ModelState];
  const first = fromRuns(weights.first!);
  const seenOf = (i: number) => states.map((state) => state.weights.seen![i]!);
  const seen = first.map((_, i) => sum(seenOf(i)));
  const theta = first.map((least, i) => {
    const alike = i <= featureNames.length ? ALIKE.measures : ALIKE.sequences;
    const known = seenOf(i).map((each) => alike * SEEN_UNIT * each);
    const means = states.map((state, part) => (least + known[part]!) * state.weights.theta![i]!);
    return Math.round(sum(means) / (least + sum(known)));
  });
  return { seen, theta, first: weights.first! };
}

const average: Merge = (all, shares) =>
  all[0]!.map((_, i) => sum(all.map((values, part) => shares[part]! * values[i]!)));

/** Of a running scaler, `[n, …means, …sums of squared deviations]`. */
const mergeScalers: Merge = (all) => [
  ...all.slice(1).reduce<readonly number[]>((a, b) => mergeTwo(a, b), all[0]!),
];

function mergeTwo(a: readonly number[], b: readonly number[]): number[] {
  const size = (a.length - 1) / 2;
  const [nA, nB] = [a[0]!, b[0]!];
  const n = nA + nB;
  if (!n) return [...a];
  return a.map((value, i) => {
    if (i === 0) return n;
    const mean = i <= size ? i : i - size;
    const delta = b[mean]! - a[mean]!;
    return i <= size ? value + (delta * nB) / n : value + b[i]! + (delta * delta * nA * nB) / n;
  });
}

const MERGE: Readonly<Record<string, Merge>> = {
  features: (all) => [...all[0]!],
  scaler: mergeScalers,
  squares: (all) => addUp(all),
  mixture: meanWeightings,
  tracking: meanWeightings,
  safe: addWeightings,
  last: addWeightings,
};

function addUp(all: readonly (readonly number[])[]): number[] {
  return all[0]!.map((_, i) => sum(all.map((values) => values[i]!)));
}

/** Of `[task, n, …means, …variances]` in a row. */
function mergeShapes(all: readonly (readonly number[])[]): number[] {
  const size = OWN_SHAPE.length;
  const width = 2 + 2 * size;
  const tasks = new Map<number, readonly number[]>();
  for (const values of all) {
    for (let i = 0; i < values.length; i += width) {
      const [task, n, ...measures] = values.slice(i, i + width) as [number, number, ...number[]];
      const squares = measures.map((value, j) => (j < size ? value : value * n));
      const known = tasks.get(task);
      tasks.set(task, known ? mergeTwo(known, [n, ...squares]) : [n, ...squares]);
    }
  }
  return [...tasks]
    .sort(([a, [n = 0]], [b, [m = 0]]) => m - n || a - b)
    .slice(0, MAX_SHAPES)
    .sort(([a], [b]) => a - b)
    .flatMap(([task, [n = 0, ...rest]]) => [
      task,
      n,
      ...rest.map((value, j) => (j < size || !n ? value : value / n)),
    ]);
}

/** Of `[task, n, positives]` in a row. */
function addTasks(all: readonly (readonly number[])[]): number[] {
  const tasks = new Map<number, [number, number]>();
  for (const values of all) {
    for (let i = 0; i < values.length; i += 3) {
      const [n, positives] = tasks.get(values[i]!) ?? [0, 0];
      tasks.set(values[i]!, [n + values[i + 1]!, positives + values[i + 2]!]);
    }
  }
  return [...tasks]
    .sort(([a, [n]], [b, [m]]) => m - n || a - b)
    .slice(0, MAX_TASKS)
    .sort(([a], [b]) => a - b)
    .flat(2);
}
