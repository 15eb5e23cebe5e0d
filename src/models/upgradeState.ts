import type { ModelState } from '../types.js';
import { firstCovariance } from './recursiveLogistic.js';
import { DISSENT_VARIANCE } from './stacking.js';

type Numbers = readonly number[];

/** Weightings of experts, which come last in each. */
const WEIGHTINGS = ['mixture', 'tracking', 'safe'];
/** Numbers of a calibration of slope and shift alone, by variances and by a whole covariance. */
const N_PLATT_VARIANCES = 4;
const N_PLATT = 5;

/**
 * A mixture's state as it would be saved today. Before there were `interactions`, the last of the
 * experts, a mixture had one fewer, and its stacking one precision for each weight; until after them,
 * its calibration had a slope and a shift alone.
 *
 * @param unlearned - makes what a mixture that has learned nothing saves today; seldom asked for
 * @returns `state` itself where it is of today, or nothing that was ever saved
 */
export function upgradeState(state: ModelState, unlearned: () => ModelState): ModelState {
  if (!isOfOlderShape(state)) return state;
  const first = unlearned();
  return withBend(withInteractions(state, first), first);
}

function isOfOlderShape(state: ModelState | null | undefined): boolean {
  const { weights, parts } = state ?? {};
  return (
    Array.isArray(parts) &&
    Object.values(weights ?? {}).every(Array.isArray) &&
    [N_PLATT_VARIANCES, N_PLATT].includes(weights?.calibration?.length ?? NaN)
  );
}

function withInteractions(state: ModelState, first: ModelState): ModelState {
  const { weights, parts = [] } = state;
  if (weights.calibration!.length !== N_PLATT_VARIANCES) return state;
  const upgraded = Object.entries(weights).map(([name, values]) => {
    const begin = first.weights[name] ?? [];
    if (WEIGHTINGS.includes(name)) return [name, withNewcomer(values, begin)];
    if (name === 'stacking') return [name, stackingOf(values)];
    if (name === 'calibration') return [name, withCovariance(...halves(values))];
    return [name, values];
  });
  return {
    ...state,
    weights: Object.fromEntries(upgraded) as ModelState['weights'],
    parts: [...parts, first.parts!.at(-1)!],
  };
}

/** What calibration knows beside slope and shift begins as it does today. */
function withBend(state: ModelState, first: ModelState): ModelState {
  const values = state.weights.calibration!;
  if (values.length !== N_PLATT) return state;
  const begin = first.weights.calibration!;
  // Of `size` weights there are `size · (size + 3) / 2` numbers.
  const size = (Math.sqrt(9 + 8 * begin.length) - 3) / 2;
  const [theta, covariance] = [begin.slice(2, size), begin.slice(size + 3)];
  const widened = [...values.slice(0, 2), ...theta, ...values.slice(2), ...covariance];
  return { ...state, weights: { ...state.weights, calibration: widened } };
}

/** The newcomer has the share that it begins with, and the others keep theirs of the rest. */
function withNewcomer(logs: Numbers, begin: Numbers): number[] {
  const [count = NaN, ...experts] = logs;
  const newcomer = begin.at(-1)!;
  const rest = Math.log(1 - Math.exp(newcomer));
  return [count, ...experts.map((log) => log + rest), newcomer];
}

/** A newcomer's dissent, before slope and shift, begins at 0. */
function stackingOf(values: Numbers): number[] {
  const [theta, variances] = halves(values);
  const withOne = (all: Numbers, one: number) => [...all.slice(0, -2), one, ...all.slice(-2)];
  return withCovariance(withOne(theta, 0), withOne(variances, DISSENT_VARIANCE));
}

/** Of `[…weights, …precisions]`: weights, and their variances. */
function halves(values: Numbers): [theta: Numbers, variances: Numbers] {
  const size = values.length / 2;
  return [values.slice(0, size), values.slice(size).map((precision) => 1 / precision)];
}

function withCovariance(theta: Numbers, variances: Numbers): number[] {
  return [...theta, ...firstCovariance(variances)];
}
