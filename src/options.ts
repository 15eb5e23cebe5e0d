import { BeforehandError } from './errors.js';
import type { Report } from './guard.js';
import type { AssistantOptions, Consent, Limits, Preset, Task } from './types.js';

/** The options with every gap filled; frozen. */
export type Settings = Omit<
  AssistantOptions,
  'limits' | 'holdout' | 'learning' | 'tasks' | 'handoff'
> & {
  readonly tasks: readonly Task[];
  readonly handoff: NonNullable<AssistantOptions['handoff']>;
  readonly limits: Limits;
  readonly holdout: number;
  readonly learning: NonNullable<AssistantOptions['learning']> & {
    readonly enabled: boolean;
    readonly batchSize: number;
    readonly horizonMs: number;
  };
};

export const DEFAULT_LIMITS: Limits = {
  perTask: 1,
  perSession: 2,
  perWeek: 3,
  cooldownMs: 300_000,
  minSessionMs: 30_000,
};

const CONSENTS: readonly Consent[] = ['granted', 'session', 'pending', 'denied'];
const PRESETS: readonly Preset[] = ['strict', 'balanced', 'sensitive'];

interface Rule {
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
}

const rule = (expected: string, accepts: (value: unknown) => boolean): Rule => ({
  expected,
  accepts,
});
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isString = (value: unknown): value is string => typeof value === 'string';
const isFunction = (value: unknown) => typeof value === 'function';
const isNumberFrom = (min: number) => (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) && value >= min;

const list = rule('a list', Array.isArray);
const object = rule('an object', isObject);
const text = rule('a string', isString);
const callback = rule('a function', isFunction);
const flag = rule('true or false', (value) => typeof value === 'boolean');
const count = rule('a number of 0 or more', isNumberFrom(0));

const OPTION_RULES: Readonly<Record<string, Rule>> = {
  tasks: list,
  articles: rule(
    'a list, or a function that resolves to one',
    (v) => Array.isArray(v) || isFunction(v),
  ),
  handoff: list,
  detectors: rule(
    `a list, or one of ${PRESETS.join(', ')}`,
    (v) => Array.isArray(v) || PRESETS.includes(v as Preset),
  ),
  prompt: rule('a prompt such as card()', (v) => isObject(v) && isFunction(v.show)),
  limits: object,
  holdout: rule(
    'a number of at least 0 and below 1',
    (v) => isNumberFrom(0)(v) && (v as number) < 1,
  ),
  consent: rule(`one of ${CONSENTS.join(', ')}`, (v) => CONSENTS.includes(v as Consent)),
  learning: object,
  storage: rule('false or { name }', (v) => v === false || isObject(v)),
  messages: object,
  lang: text,
  dir: rule('ltr or rtl', (v) => v === 'ltr' || v === 'rtl'),
  inspector: flag,
  trustSynthetic: flag,
  document: rule('a document', isObject),
  clock: rule(
    '{ now, wallTime }',
    (v) => isObject(v) && isFunction(v.now) && isFunction(v.wallTime),
  ),
  random: callback,
  onSignal: callback,
  onRisk: callback,
  onDecision: callback,
  onOutcome: callback,
  onError: callback,
};

const LIMIT_RULES: Readonly<Record<string, Rule>> = /* @__PURE__ */ Object.fromEntries(
  Object.keys(DEFAULT_LIMITS).map((name) => [name, count]),
);

const LEARNING_RULES: Readonly<Record<string, Rule>> = {
  enabled: flag,
  workerUrl: rule('a URL, or false for no worker', (v) => v === false || isString(v)),
  batchSize: rule('a whole number of 1 or more', (v) => isNumberFrom(1)(v) && Number.isInteger(v)),
  prior: object,
  horizonMs: rule('a number of 1000 or more', isNumberFrom(1000)),
};

/**
 * Reads what a developer configured: known keys only, own properties only, so that neither a
 * polluted prototype nor JSON with `__proto__` gets in. What is wrong is named through `report`
 * with its field, the kind it is and what is expected, and its default is used.
 */
export function readOptions(options: AssistantOptions, report: Report): Settings {
  const given = pick(options, '', OPTION_RULES, report) as AssistantOptions;
  const learning = pick(given.learning ?? {}, 'learning.', LEARNING_RULES, report);
  return Object.freeze({
    ...given,
    tasks: (given.tasks ?? []).filter((task, i) => isTask(task, i, report)),
    handoff: given.handoff ?? [],
    limits: { ...DEFAULT_LIMITS, ...pick(given.limits ?? {}, 'limits.', LIMIT_RULES, report) },
    holdout: given.holdout ?? 0.1,
    learning: { enabled: true, batchSize: 1, horizonMs: 60_000, ...learning },
  });
}

function pick(
  source: unknown,
  path: string,
  rules: Readonly<Record<string, Rule>>,
  report: Report,
): Record<string, unknown> {
  const wrong = (field: string, reason: string) =>
    report(new BeforehandError('invalid-config', `${path}${field} ${reason}`));
  if (!isObject(source)) {
    wrong('options', `are ${kindOf(source)}, expected an object`);
    return {};
  }
  const picked: Record<string, unknown> = {};
  for (const field of Object.keys(source)) {
    const known = Object.hasOwn(rules, field) ? rules[field] : undefined;
    const value = source[field];
    if (!known) wrong(field, `is not an option; known are ${Object.keys(rules).join(', ')}`);
    else if (value === undefined) continue;
    else if (known.accepts(value)) picked[field] = value;
    else wrong(field, `is ${kindOf(value)}, expected ${known.expected}; using the default`);
  }
  return picked;
}

/** Every CSS selector in the tasks' patterns: a string that is no pathname. */
export function selectorsIn(tasks: readonly Task[]): string[] {
  const patterns = tasks.flatMap(({ start, steps, success, contact }) =>
    [start, steps, success, contact].flat(),
  );
  return patterns.filter(
    (pattern): pattern is string => typeof pattern === 'string' && !pattern.startsWith('/'),
  );
}

function isTask(task: unknown, index: number, report: Report): boolean {
  const missing = !isObject(task)
    ? 'an object'
    : ['id', 'name', 'start', 'success'].find((field) => task[field] === undefined);
  if (!missing) return true;
  report(new BeforehandError('invalid-config', `tasks[${index}] lacks ${missing}; it is left out`));
  return false;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'number' ? String(value) : `a ${typeof value}`;
}
