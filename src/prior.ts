import { BeforehandError } from './errors.js';
import {
  createSharedPast,
  featureNames,
  SCHEMA_VERSION,
  taskShapes,
  type SharedPast,
  type TaskShapes,
} from './features/index.js';
import { riskModel } from './models/index.js';
import { roundTo } from './tools/roundTo.js';
import { toDigits } from './tools/toDigits.js';
import type { ModelState } from './types.js';

/** What a site ships, so that its visitors need not start from nothing: plain JSON. */
export interface Prior extends ModelState {
  readonly model: 'prior';
  /** Of the features. */
  readonly version: number;
  /** `n` recordings; how many of what ended badly, over all and by task; what each task looks like. */
  readonly weights: Readonly<Record<'n' | 'base' | 'tasks' | 'shapes', readonly number[]>>;
  /** One risk model. */
  readonly parts: readonly [ModelState];
}

/** A prior, unpacked. */
export interface Known {
  readonly n: number;
  readonly past: SharedPast;
  readonly shapes: TaskShapes;
  readonly model?: ModelState;
}

/** What is known before anything is. */
export function noKnown(): Known {
  return { n: 0, past: createSharedPast(), shapes: taskShapes() };
}

export function toPrior({ n, past, shapes, model }: Known & { model: ModelState }): Prior {
  const tasks = [...past.tasks].sort(([a], [b]) => a - b).flat(2);
  return {
    model: 'prior',
    version: SCHEMA_VERSION,
    weights: {
      n: [n],
      base: past.base,
      tasks,
      shapes: shapes.getState().map(toFewDigits),
    },
    parts: [shorten(model)],
  };
}

/**
 * What is rounded, and to how much; counts stay exact, and a mixture's shares sum to 1 within 1e-6.
 * Covariances need digits to stay such, and scalers to be merged. Weights of the network are behind
 * standardised inputs: what is smaller says nothing.
 */
const ROUNDED: Readonly<Record<string, (value: number) => number>> = {
  scaler: (value) => toDigits(value, 7),
  mixture: toShare,
  tracking: toShare,
  safe: toShare,
  stacking: (value) => toDigits(value, 6),
  calibration: (value) => toDigits(value, 6),
  theta: toFewDigits,
  seen: toFewDigits,
  z: toFewDigits,
  squares: toFewDigits,
  mean: toFewDigits,
  scale: toFewDigits,
  hidden: toFewDecimals,
  hiddenBias: toFewDecimals,
  output: toFewDecimals,
  outputBias: toFewDecimals,
};

function toFewDigits(value: number): number {
  return toDigits(value, 4);
}

function toShare(log: number): number {
  return roundTo(log, 9);
}

function toFewDecimals(value: number): number {
  return roundTo(value, 3);
}

/** Rounds the weights of a model that is to be shipped, far below what they are known by. */
export function shorten({ weights, parts, ...rest }: ModelState): ModelState {
  const short = Object.entries(weights).map(([name, values]) => {
    const round = ROUNDED[name];
    return [name, round ? values.map(round) : values];
  });
  return {
    ...rest,
    weights: Object.fromEntries(short) as ModelState['weights'],
    ...(parts && { parts: parts.map(shorten) }),
  };
}

export function fromPrior({ weights, parts }: Prior): Known {
  const { n, past, shapes } = noKnown();
  const { tasks, base } = weights;
  past.base = [base[0]!, base[1]!];
  for (let i = 0; i < tasks.length; i += 3) {
    past.tasks.set(tasks[i]!, [tasks[i + 1]!, tasks[i + 2]!]);
  }
  shapes.setState(weights.shapes);
  return { n: n + weights.n[0]!, past, shapes, model: parts[0] };
}

/**
 * Unpacks what a site ships: a prior, or a bare risk model.
 *
 * @throws BeforehandError `prior-rejected`
 */
export function readPrior(state: ModelState): Known {
  if (state.model === 'prior') return fromPrior(validatePrior(state));
  riskModel({ featureNames, prior: state });
  return { ...noKnown(), model: state };
}

/**
 * Checks a prior, which may come from anywhere.
 *
 * @throws BeforehandError `prior-rejected` that says what is wrong with it
 */
export function validatePrior(json: unknown): Prior {
  const { model, version, weights, parts } = (json ?? {}) as Partial<Prior>;
  if (model !== 'prior') throw rejected('it is not a prior: "model" has to be "prior"');
  // One of earlier features is carried over, as far as they are still there.
  if (!Number.isInteger(version) || version! < 1 || version! > SCHEMA_VERSION) {
    throw rejected(
      `it was made for features of version ${version}, these are ${SCHEMA_VERSION}: update, or train it anew`,
    );
  }
  const { n, base, tasks, shapes } = weights ?? {};
  if (!areCounts(n, 1) || !areCounts(base, 2) || !areCounts(tasks) || tasks.length % 3) {
    throw rejected('"weights" has to hold n, base and tasks: counts');
  }
  if (!taskShapes().setState(shapes)) throw rejected('"weights" has to hold shapes of tasks');
  const [state] = parts ?? [];
  if (!state) throw rejected('"parts" has to hold one risk model');
  riskModel({ featureNames, prior: state });
  return json as Prior;
}

function areCounts(values: unknown, length?: number): values is readonly number[] {
  return (
    Array.isArray(values) &&
    (length === undefined || values.length === length) &&
    values.every((value) => Number.isFinite(value) && value >= 0)
  );
}

function rejected(message: string): BeforehandError {
  return new BeforehandError('prior-rejected', message);
}
