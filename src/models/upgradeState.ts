import type { ModelState } from '../types.js';
import { firstCovariance } from './recursiveLogistic.js';
import { DISSENT_VARIANCE } from './stacking.js';

/** Weightings of experts, which come last in each. */
const WEIGHTINGS = ['mixture', 'tracking', 'safe'];
const STACKINGS = ['stacking', 'calibration'];

/**
 * A mixture's state as it would be saved today. Before there were `interactions`, the last of the
 * experts, a mixture had one fewer, and its stacking one precision for each weight.
 *
 * @param unlearned - makes what a mixture that has learned nothing saves today; seldom asked for
 * @returns `state` itself where it is of today, or nothing that was ever saved
 */
export function upgradeState(state: ModelState, unlearned: () => ModelState): ModelState {
  if (!isOfOlderShape(state)) return state;
  const first = unlearned();
  const { weights, parts = [] } = state;
  if (parts.length !== first.parts!.length - 1) return state;
  const upgraded = Object.entries(weights).map(([name, values]) => {
    const begin = first.weights[name] ?? [];
    if (WEIGHTINGS.includes(name)) return [name, withNewcomer(values, begin)];
    if (STACKINGS.includes(name)) return [name, stackingOf(values, begin)];
    return [name, values];
  });
  return {
    ...state,
    weights: Object.fromEntries(upgraded) as ModelState['weights'],
    parts: [...parts, first.parts!.at(-1)!],
  };
}

function isOfOlderShape(state: ModelState | null | undefined): boolean {
  const { weights = {}, parts } = state ?? {};
  return (
    Array.isArray(parts) &&
    Object.values(weights).every(Array.isArray) &&
    weights.calibration?.length === 4
  );
}

/** The newcomer has the share that it begins with, and the others keep theirs of the rest. */
function withNewcomer(logs: readonly number[], begin: readonly number[]): number[] {
  const [count = NaN, ...experts] = logs;
  const newcomer = begin.at(-1)!;
  const rest = Math.log(1 - Math.exp(newcomer));
  return [count, ...experts.map((log) => log + rest), newcomer];
}

/** Of `[…weights, …precisions]`; a newcomer's dissent, before slope and shift, begins at 0. */
function stackingOf(values: readonly number[], begin: readonly number[]): number[] {
  const size = values.length / 2;
  const theta = values.slice(0, size);
  const variances = values.slice(size).map((precision) => 1 / precision);
  // Of `size` weights there are `size · (size + 3) / 2` numbers today.
  if (begin.length > (size * (size + 3)) / 2) {
    const place = size - 2;
    theta.splice(place, 0, 0);
    variances.splice(place, 0, DISSENT_VARIANCE);
  }
  return [...theta, ...firstCovariance(variances)];
}
