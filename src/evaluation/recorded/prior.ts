import { BeforehandError } from '../../errors.js';
import { createSharedHistory, featureNames, SCHEMA_VERSION } from '../../features/index.js';
import { riskModel } from '../../models/index.js';
import type { ModelState } from '../../types.js';

/** What a site ships, so that its visitors need not start from nothing: plain JSON. */
export interface Prior extends ModelState {
  readonly model: 'prior';
  /** Of the features. */
  readonly version: number;
  /** `n` recordings; how many of what ended badly, over all and by task. */
  readonly weights: Readonly<Record<'n' | 'base' | 'tasks', readonly number[]>>;
  /** One risk model. */
  readonly parts: readonly [ModelState];
}

type History = ReturnType<typeof createSharedHistory>;

interface Known {
  readonly n: number;
  readonly history: History;
  readonly model: ModelState;
}

export function toPrior({ n, history, model }: Known): Prior {
  const tasks = [...history.tasks].sort(([a], [b]) => a - b).flat(2);
  return {
    model: 'prior',
    version: SCHEMA_VERSION,
    weights: { n: [n], base: [...history.base], tasks },
    parts: [model],
  };
}

export function fromPrior({ weights, parts }: Prior): Known {
  const history = createSharedHistory();
  const { tasks } = weights;
  history.base = [weights.base[0]!, weights.base[1]!];
  for (let i = 0; i < tasks.length; i += 3) {
    history.tasks.set(tasks[i]!, [tasks[i + 1]!, tasks[i + 2]!]);
  }
  return { n: weights.n[0]!, history, model: parts[0] };
}

/**
 * Checks a prior, which may come from anywhere.
 *
 * @throws BeforehandError `prior-rejected` that says what is wrong with it
 */
export function validatePrior(json: unknown): Prior {
  const { model, version, weights, parts } = (json ?? {}) as Partial<Prior>;
  if (model !== 'prior') throw rejected('it is not a prior: "model" has to be "prior"');
  if (version !== SCHEMA_VERSION) {
    throw rejected(
      `it was made for features of version ${version}, these are ${SCHEMA_VERSION}: train it anew`,
    );
  }
  const { n, base, tasks } = weights ?? {};
  if (!areCounts(n, 1) || !areCounts(base, 2) || !areCounts(tasks) || tasks.length % 3) {
    throw rejected('"weights" has to hold n, base and tasks: counts');
  }
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
