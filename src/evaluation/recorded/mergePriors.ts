import { BeforehandError } from '../../errors.js';
import { OWN_SHAPE } from '../../features/index.js';
import type { ModelState } from '../../types.js';
import { validatePrior, type Prior } from '../../prior.js';

/**
 * Makes one prior of parts that were trained apart: counts add up, scalers are merged exactly,
 * weights are averaged by how much each part has seen. One part stays as it is, bit for bit; the
 * order of the parts does not matter.
 *
 * @see Chan, Golub, LeVeque (1983), "Algorithms for computing the sample variance"; McMahan et al.
 * (2017), "Communication-Efficient Learning of Deep Networks from Decentralized Data"
 */
export function mergePriors(parts: readonly Prior[]): Prior {
  if (!parts.length) throw new BeforehandError('prior-rejected', 'there is no part to merge');
  // Sums of floats depend on their order, so there is only one.
  const sorted = parts
    .map((part) => ({ part: validatePrior(part), text: JSON.stringify(part) }))
    .sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)))
    .map(({ part }) => part);
  if (sorted.length === 1) return sorted[0]!;
  const counts = sorted.map(({ weights }) => weights.n[0]!);
  const total = sum(counts);
  const shares = counts.map((n) => (total ? n / total : 1 / counts.length));
  return {
    ...sorted[0]!,
    weights: {
      n: [total],
      base: addUp(sorted.map(({ weights }) => weights.base)),
      tasks: addTasks(sorted.map(({ weights }) => weights.tasks)),
      shapes: mergeShapes(sorted.map(({ weights }) => weights.shapes)),
    },
    parts: [
      mergeStates(
        sorted.map(({ parts: [state] }) => state),
        shares,
      ),
    ],
  };
}

function mergeStates(states: readonly ModelState[], shares: readonly number[]): ModelState {
  const [first] = states as [ModelState];
  const weights = Object.keys(first.weights).map((name) => {
    const all = states.map((state) => state.weights[name]!);
    return [name, (MERGE[name] ?? average)(all, shares)] as const;
  });
  const parts = first.parts?.map((_, i) =>
    mergeStates(
      states.map((state) => state.parts![i]!),
      shares,
    ),
  );
  return { ...first, weights: Object.fromEntries(weights), ...(parts && { parts }) };
}

type Merge = (all: readonly (readonly number[])[], shares: readonly number[]) => number[];

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
  return a.map((value, i) => {
    if (i === 0) return n;
    const mean = i <= size ? i : i - size;
    const delta = b[mean]! - a[mean]!;
    return i <= size ? value + (delta * nB) / n : value + b[i]! + (delta * delta * nA * nB) / n;
  });
}

const MERGE: Readonly<Record<string, Merge>> = {
  scaler: mergeScalers,
  squares: (all) => addUp(all),
};

function addUp(all: readonly (readonly number[])[]): number[] {
  return all[0]!.map((_, i) => sum(all.map((values) => values[i]!)));
}

/** Of `[task, n, …means]` in a row. */
function mergeShapes(all: readonly (readonly number[])[]): number[] {
  const width = 2 + OWN_SHAPE.length;
  const tasks = new Map<number, readonly number[]>();
  for (const values of all) {
    for (let i = 0; i < values.length; i += width) {
      const [task, n, ...means] = values.slice(i, i + width) as [number, number, ...number[]];
      const [m = 0, ...others] = tasks.get(task) ?? [];
      const share = n + m ? n / (n + m) : 0;
      const merged = means.map((mean, j) => mean * share + (others[j] ?? 0) * (1 - share));
      tasks.set(task, [n + m, ...merged]);
    }
  }
  return [...tasks].sort(([a], [b]) => a - b).flat(2);
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
  return [...tasks].sort(([a], [b]) => a - b).flat(2);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
