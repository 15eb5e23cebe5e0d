import { squash } from '../tools/squash.js';
import type { Milliseconds } from '../types.js';
import { KNOWN_DETECTORS } from './detectorNames.js';
import type { Moment } from './Moment.js';
import { shapeOf } from './shape.js';
import type { Prior } from './standardise.js';
import { trialsOf } from './trials.js';

/**
 * Counts up whenever a feature is added, removed or moved. What models have learned goes with a
 * feature's name (`models/migrateState.ts`), so one that is measured otherwise needs another name.
 * Habits, and predictions that wait for their label, are of one version and not read by another.
 */
export const SCHEMA_VERSION = 5;

export type Read = (moment: Moment) => number;
/** Reads a measure that is NaN where nothing was measured, and what is usual for people. */
export type Personal = readonly [read: Read, mean: Prior['mean'], spread: Prior['spread']];

const flag =
  (is: (moment: Moment) => boolean): Read =>
  (moment) =>
    is(moment) ? 1 : 0;

/** A sum over the last 30 s or 120 s, as `log1p`. */
const in30 =
  (name: string): Read =>
  ({ tally, now }) =>
    squash(tally.in30(name, now));
const in120 =
  (name: string): Read =>
  ({ tally, now }) =>
    squash(tally.in120(name, now));

/** From 0 for now through 1.4 for a minute to 2.7 for an hour. */
const since = (time: Milliseconds, now: Milliseconds): number =>
  Math.log1p(Math.max(0, now - time) / 1000) / 3;

/** One sum of the last 30 s by another; NaN below the least that is worth dividing by. */
const ratio = ({ tally, now }: Moment, of: string, by: string, least: number): number => {
  const divisor = tally.in30(by, now);
  return divisor < least ? NaN : tally.in30(of, now) / divisor;
};

/**
 * What the models see, by name, in the order of `x`: a contract with every model that was ever
 * saved. For units see `FEATURES`.
 *
 * Events of the task come first by what they are worth.
 *
 * @see Feild, Allan, Jones (2010), "Predicting searcher frustration", for events over sensors
 * @see Feild, Allan (2009), "Modeling searcher frustration", for past frustration, which persists
 */
const PLAIN: Readonly<Record<string, Read>> = {
  sinceTaskStart: ({ intent, now }) => since(intent.startedAt, now),
  sinceProgress: ({ intent, now }) => since(intent.progressAt, now),
  idle: ({ inputAt, now }) => since(inputAt, now),
  idleAfterTrouble: ({ inputAt, troubleAt, now }) =>
    troubleAt >= inputAt ? since(troubleAt, now) : 0,
  stepShare: ({ intent: { step, nSteps } }) => (nSteps > 0 ? (step + 1) / nSteps : 0),
  progressRate: ({ intent: { step, startedAt }, now }) =>
    squash((step + 1) / Math.max(1, (now - startedAt) / 60_000)),
  errors30: in30('errors'),
  errors120: in120('errors'),
  requestFailures120: in120('request'),
  refusedSubmits120: in120('refused'),
  reEdits120: in120('reEdits'),
  pastes120: in120('paste'),
  // As if four characters had been typed before: one deletion alone says little.
  deletionShare120: ({ tally, now }) =>
    tally.in120('deletions', now) / (tally.in120('keystrokes', now) + 4),
  backs120: in120('traverse'),
  revisits120: in120('revisits'),
  distinctShare: ({ distinctShare }) => distinctShare,
  searches120: in120('search'),
  scrollReversals30: in30('reversals'),
  scrollDepth: ({ depth }) => depth,
  blurs120: in120('blur'),
  latency: ({ latencyMs }) => squash(latencyMs / 1000),
  taskEntropy: ({ intent }) => intent.entropyBits,
  pastRisk: ({ pastRisk }) => pastRisk,
  basePast: ({ past }) => past.basePast,
  ownPast: ({ past }) => past.ownPast,
  taskPast: ({ past }) => past.taskPast,
  ownTaskPast: ({ past }) => past.ownTaskPast,
  ownLast: ({ past }) => past.ownLast,
  ownSeen: ({ past }) => past.ownSeen,
  taskSeen: ({ past }) => past.taskSeen,
  promptsShown: ({ promptsShown }) => squash(promptsShown),
  lastAccepted: flag(({ lastAnswer }) => lastAnswer === 'accepted'),
  lastDeclined: flag(({ lastAnswer }) => lastAnswer !== undefined && lastAnswer !== 'accepted'),
  firstVisit: flag(({ firstVisit }) => firstVisit),
  hourSine: ({ hour }) => Math.sin((Math.PI * hour) / 12),
  hourCosine: ({ hour }) => Math.cos((Math.PI * hour) / 12),
  isMouse: flag(({ pointer }) => pointer === 'mouse'),
  isTouch: flag(({ pointer }) => pointer === 'touch' || pointer === 'pen'),
  isKeyboard: flag(({ pointer }) => pointer === 'keyboard' || pointer === 'assistive'),
  // Then the cursor's features are 0, and a model can tell that from "as usual".
  noCursor: flag(({ hasCursor }) => !hasCursor),
};

/**
 * Measured against this person's own habit, since age, a disability or a device is no trouble. What
 * is usual for people is rough, in logarithms; thirty moments of one's own outweigh it.
 */
export const PERSONAL: Readonly<Record<string, Personal>> = {
  pressRate: [({ tally, now }) => Math.log1p(2 * tally.in30('presses', now)), 1.8, 0.8],
  scrollSpeed: [(moment) => Math.log1p(1000 * ratio(moment, 'scrollPx', 'scrollMs', 100)), 6.4, 1],
  // A path that comes back to where it began has no net at all.
  cursorDetour: [
    (moment) => Math.log(Math.min(100, 1 / ratio(moment, 'netPx', 'pathPx', 50))),
    0.3,
    0.4,
  ],
  cursorSpeed: [(moment) => Math.log1p(1000 * ratio(moment, 'pathPx', 'cursorMs', 100)), 6, 0.8],
  cursorTurns: [(moment) => Math.log1p(1000 * ratio(moment, 'turns', 'pathPx', 50)), 1.4, 0.7],
  pauseRate: [
    ({ tally, hasCursor, now }) => (hasCursor ? Math.log1p(tally.in120('pauses', now) / 2) : NaN),
    1.4,
    0.7,
  ],
};

/** Strengths of the signals, by detector; the rules undo the `tanh`. */
const SIGNALS: Readonly<Record<string, Read>> = Object.fromEntries(
  [...KNOWN_DETECTORS, 'other'].flatMap((detector) => [
    [`${detector}30`, ({ tally, now }: Moment) => Math.tanh(tally.in30(detector, now))],
    [`${detector}120`, ({ tally, now }: Moment) => Math.tanh(tally.in120(detector, now))],
  ]),
);

const SHAPES = Object.keys(shapeOf([], 0, 0));
const TRIALS = Object.keys(trialsOf([]));

/** What this attempt looks like, and how choices are tried out in it, by name. */
const ATTEMPT: Readonly<Record<string, Read>> = Object.fromEntries(
  [...SHAPES, ...TRIALS].map((name) => [name, ({ attempt }: Moment) => attempt[name]!]),
);

/** All that are read as they are; in `x` the personal ones come after them. */
export const READS: Readonly<Record<string, Read>> = { ...PLAIN, ...SIGNALS, ...ATTEMPT };

/** The shape again, against this person's own earlier attempts, and against others at this task. */
export const OWN_SHAPE: readonly string[] = SHAPES;

export const featureNames: readonly string[] = [
  ...Object.keys(READS),
  ...Object.keys(PERSONAL),
  ...SHAPES.map((name) => `${name}Own`),
  ...SHAPES.map((name) => `${name}Task`),
  'oddTask',
];

/** Measures whose rough place is a sequence feature: lengths of its steps, in `x`. */
export const BUCKETS: readonly (readonly [index: number, step: number])[] = [
  ...['idle', ...SHAPES].map((name) => [featureNames.indexOf(name), 0.2] as const),
  ...['rateOwn', 'travelOwn', 'speedOwn'].map((name) => [featureNames.indexOf(name), 0.7] as const),
];
