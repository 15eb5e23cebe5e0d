import { squash } from '../tools/squash.js';
import type { Milliseconds } from '../types.js';
import { KNOWN_DETECTORS } from './detectorNames.js';
import type { Moment } from './Moment.js';
import type { Prior } from './standardise.js';

/** One input of the models. */
export interface FeatureDefinition {
  readonly name: string;
  /** Of the number before it is brought into [−3, 3]. */
  readonly unit: string;
  /** Why it is here. */
  readonly source?: string;
  /** Measured against this person's own habit. */
  readonly standardised: boolean;
}

/** A feature and how it is read; a standardised one is NaN where nothing was measured. */
export interface Feature extends FeatureDefinition {
  /** What is usual for people, until it is known what is for this one. */
  readonly prior?: Prior;
  readonly read: (moment: Moment) => number;
}

type Read = Feature['read'];

/**
 * Counts up whenever a feature is added, removed, moved or measured otherwise: what was learned on
 * other features is not read.
 */
export const SCHEMA_VERSION = 1;

const plain = (name: string, unit: string, read: Read, source?: string): Feature => ({
  name,
  unit,
  standardised: false,
  read,
  ...(source && { source }),
});

/** The priors are rough, in logarithms; thirty moments of one's own outweigh them. */
const personal = (
  name: string,
  unit: string,
  prior: Prior,
  read: Read,
  source?: string,
): Feature => ({
  ...plain(name, unit, read, source),
  standardised: true,
  prior,
});

const flag = (name: string, read: (moment: Moment) => boolean): Feature =>
  plain(name, '0 or 1', (moment) => (read(moment) ? 1 : 0));

/** A named sum over the last 30 s or 120 s, as `log1p`. */
const count30 = (name: string, of: string, source?: string): Feature =>
  plain(
    name,
    'log count, 30 s',
    ({ activity, now }) => squash(activity.tally.in30(of, now)),
    source,
  );
const count120 = (name: string, of: string, source?: string): Feature =>
  plain(
    name,
    'log count, 120 s',
    ({ activity, now }) => squash(activity.tally.in120(of, now)),
    source,
  );

/** From 0 for now through 1.4 for a minute to 2.7 for an hour. */
const since = (time: Milliseconds, now: Milliseconds): number =>
  Math.log1p(Math.max(0, now - time) / 1000) / 3;

/** One sum of the last 30 s by another; NaN below the least that is worth dividing by. */
const ratio = ({ activity: { tally }, now }: Moment, of: string, by: string, least: number) => {
  const divisor = tally.in30(by, now);
  return divisor < least ? NaN : tally.in30(of, now) / divisor;
};

const FIELD_AND_ALLAN = 'Feild, Allan, Jones (2010): task and outcome events foretell best';
const PERSISTS = 'Feild, Allan (2009): frustration persists';
const CURSOR = 'sign differs from site to site: only as a deviation from one’s own habit';

const CONTEXT: readonly Feature[] = [
  plain('sinceTaskStart', 'log s', ({ intent, now }) => since(intent.startedAt, now)),
  plain(
    'sinceProgress',
    'log s',
    ({ intent, now }) => since(intent.progressAt, now),
    FIELD_AND_ALLAN,
  ),
  plain('idle', 'log s', ({ activity, now }) => since(activity.inputAt, now)),
  plain('idleAfterTrouble', 'log s', ({ activity: { inputAt, troubleAt }, now }) =>
    troubleAt >= inputAt ? since(troubleAt, now) : 0,
  ),
  plain('stepShare', 'share of steps', ({ intent: { step, nSteps } }) =>
    nSteps > 0 ? (step + 1) / nSteps : 0,
  ),
  plain('progressRate', 'log steps a minute', ({ intent: { step, startedAt }, now }) =>
    squash((step + 1) / Math.max(1, (now - startedAt) / 60_000)),
  ),
  plain('taskEntropy', 'bits', ({ intent }) => intent.entropyBits),
  plain('pastRisk', 'probability', ({ pastRisk }) => pastRisk, PERSISTS),
  plain('promptsShown', 'log count, session', ({ promptsShown }) => squash(promptsShown)),
  flag('lastAccepted', ({ lastAnswer }) => lastAnswer === 'accepted'),
  flag('lastDeclined', ({ lastAnswer }) => lastAnswer !== undefined && lastAnswer !== 'accepted'),
  flag('firstVisit', ({ firstVisit }) => firstVisit),
  plain('hourSine', 'of the day', ({ hour }) => Math.sin((2 * Math.PI * hour) / 24)),
  plain('hourCosine', 'of the day', ({ hour }) => Math.cos((2 * Math.PI * hour) / 24)),
];

const EVENTS: readonly Feature[] = [
  count30('errors30', 'errors', FIELD_AND_ALLAN),
  count120('errors120', 'errors', FIELD_AND_ALLAN),
  count120('requestFailures120', 'requestFailures'),
  count120('refusedSubmits120', 'refusals'),
  count120('reEdits120', 'reEdits'),
  count120('pastes120', 'pastes'),
  plain(
    'deletionShare120',
    'share of keystrokes',
    ({ activity: { tally }, now }) =>
      // As if four characters had been typed before: one deletion alone says little.
      tally.in120('deletions', now) / (tally.in120('keystrokes', now) + 4),
  ),
  count120('backs120', 'backs'),
  count120('revisits120', 'revisits'),
  plain('distinctShare', 'distinct of visited routes', ({ activity }) => activity.distinctShare),
  count120('searches120', 'searches'),
  count30('repeatedPresses30', 'repeats'),
  count30('scrollReversals30', 'reversals'),
  plain('scrollDepth', 'share of the page', ({ activity }) => activity.depth),
  count120('blurs120', 'blurs'),
  plain('latency', 'log s, the slowest of 30 s', ({ activity, now }) =>
    squash(activity.latencyAt(now) / 1000),
  ),
];

const HABITS: readonly Feature[] = [
  personal('pressRate', 'log presses a minute', { mean: 1.8, spread: 0.8 }, ({ activity, now }) =>
    Math.log1p(2 * activity.tally.in30('presses', now)),
  ),
  personal('fieldDwell', 'log s', { mean: 1.6, spread: 0.8 }, (moment) =>
    Math.log1p(ratio(moment, 'dwellMs', 'dwells', 0.3) / 1000),
  ),
  personal('scrollSpeed', 'log px/s', { mean: 6.4, spread: 1 }, (moment) =>
    Math.log1p(1000 * ratio(moment, 'scrollPx', 'scrollMs', 100)),
  ),
  personal(
    'cursorDetour',
    'log path / net',
    { mean: 0.3, spread: 0.4 },
    (moment) =>
      // A path that comes back to where it began has no net at all.
      Math.log(Math.min(100, 1 / ratio(moment, 'netPx', 'pathPx', 50))),
    CURSOR,
  ),
  personal(
    'cursorSpeed',
    'log px/s',
    { mean: 6, spread: 0.8 },
    (moment) => Math.log1p(1000 * ratio(moment, 'pathPx', 'cursorMs', 100)),
    CURSOR,
  ),
  personal(
    'cursorTurns',
    'log turns in 1 000 px',
    { mean: 1.4, spread: 0.7 },
    (moment) => Math.log1p(1000 * ratio(moment, 'turns', 'pathPx', 50)),
    CURSOR,
  ),
  personal(
    'pauseRate',
    'log pauses a minute',
    { mean: 1.4, spread: 0.7 },
    ({ activity: { tally, hasCursor }, now }) =>
      hasCursor ? Math.log1p(tally.in120('pauses', now) / 2) : NaN,
    'pauses in a move grow with age, so only against one’s own habit',
  ),
];

const POINTERS: readonly Feature[] = [
  flag('isMouse', ({ activity }) => activity.pointer === 'mouse'),
  flag('isTouch', ({ activity: { pointer } }) => pointer === 'touch' || pointer === 'pen'),
  flag(
    'isKeyboard',
    ({ activity: { pointer } }) => pointer === 'keyboard' || pointer === 'assistive',
  ),
  // Then the cursor's features are 0, and a model can tell that from "as usual".
  flag('noCursor', ({ activity }) => !activity.hasCursor),
];

const SIGNALS: readonly Feature[] = [...KNOWN_DETECTORS, 'other'].flatMap((detector) => [
  plain(`${detector}30`, 'tanh of strengths, 30 s', ({ activity, now }) =>
    Math.tanh(activity.tally.in30(detector, now)),
  ),
  plain(`${detector}120`, 'tanh of strengths, 120 s', ({ activity, now }) =>
    Math.tanh(activity.tally.in120(detector, now)),
  ),
]);

/** The order of `x`: a contract with every model that was ever saved. */
export const SCHEMA: readonly Feature[] = [
  ...CONTEXT,
  ...EVENTS,
  ...HABITS,
  ...POINTERS,
  ...SIGNALS,
];

/** What each entry of `x` is, in order. */
export const FEATURES: readonly FeatureDefinition[] = SCHEMA;

export const featureNames: readonly string[] = SCHEMA.map(({ name }) => name);
