import { KNOWN_DETECTORS } from './detectorNames.js';
import { featureNames, OWN_SHAPE, PERSONAL } from './schema.js';

/** One input of the models. */
export interface FeatureDefinition {
  readonly name: string;
  /** Of the number before it is brought into [−3, 3]. */
  readonly unit: string;
  /** Measured against this person's own habit. */
  readonly standardised: boolean;
}

const COUNT = 'log count in this attempt';
const SECONDS = 'log seconds in this attempt';
const SHARE = 'share of the actions of this attempt';

const SHAPE_UNITS: Readonly<Record<string, string>> = {
  actions: COUNT,
  presses: COUNT,
  keys: COUNT,
  scrolls: COUNT,
  span: SECONDS,
  firstGap: SECONDS,
  lastGap: SECONDS,
  meanGap: SECONDS,
  maxGap: SECONDS,
  distinctActions: SHARE,
  repeats: SHARE,
  nearby: SHARE,
  hop: 'log px between presses in this attempt',
  rate: 'log actions a minute in this attempt',
  travel: 'log px of the pointer an action in this attempt',
  speed: 'log px/s of the pointer where it moved in this attempt',
};

/** Of what the name does not tell. Kept apart from the schema: a page does not need it. */
const UNITS: Readonly<Record<string, string>> = {
  sinceTaskStart: 'log seconds',
  sinceProgress: 'log seconds',
  idle: 'log seconds since the last press, key, edit or scroll',
  idleAfterTrouble: 'log seconds since an error or signal, if nothing was done since',
  stepShare: 'share of the steps of the task',
  progressRate: 'log steps a minute',
  deletionShare120: 'share of keystrokes',
  distinctShare: 'distinct of visited routes',
  scrollDepth: 'share of the page',
  latency: 'log seconds, the slowest interaction, fading over 30 s',
  taskEntropy: 'bits',
  pastRisk: 'probability',
  basePast: 'logits by which moments ended worse of late than is usual',
  ownPast: 'logits by which they ended worse for this visitor',
  taskPast: 'logits by which they ended worse in this task',
  ownTaskPast: 'product of the two',
  ownLast: 'share of the last few that ended badly',
  ownSeen: 'log count of endings',
  taskSeen: 'log count of endings',
  ...SHAPE_UNITS,
  noneAway: 'share of presses and edits with every choice at rest',
  oneAway: 'share of presses and edits with one setting away from rest',
  isOneAway: '0 or 1, at the last press or edit',
  awayNow: 'log count of settings away from rest',
  triedAlone: 'log count of settings that were away from rest alone',
  oddTask: 'mean distance from earlier attempts at this task, in usual spreads',
  promptsShown: 'log count, this session',
  lastAccepted: '0 or 1',
  lastDeclined: '0 or 1',
  firstVisit: '0 or 1',
  hourSine: 'sine of the hour of the day',
  hourCosine: 'cosine of the hour of the day',
  isMouse: '0 or 1',
  isTouch: '0 or 1',
  isKeyboard: '0 or 1',
  noCursor: '0 or 1',
  pressRate: 'log presses a minute',
  scrollSpeed: 'log px/s',
  cursorDetour: 'log path / net',
  cursorSpeed: 'log px/s',
  cursorTurns: 'log turns in 1 000 px',
  pauseRate: 'log pauses over 1 s a minute',
};

/** What each entry of `x` is, in order. */
export const FEATURES: readonly FeatureDefinition[] = /* @__PURE__ */ featureNames.map((name) => ({
  name,
  unit: UNITS[name] ?? unitOf(name),
  standardised: Object.hasOwn(PERSONAL, name) || isOwnShape(name) || name === 'oddTask',
}));

function isOwnShape(name: string): boolean {
  return /(Own|Task)$/.test(name) && OWN_SHAPE.includes(shapeNameOf(name));
}

function shapeNameOf(name: string): string {
  return name.replace(/(Own|Task)$/, '');
}

/** Of a count or a detector's strengths, by the window at the end of the name. */
function unitOf(name: string): string {
  if (isOwnShape(name))
    return `${UNITS[shapeNameOf(name)]}, from the mean of earlier attempts, in their spreads`;
  const [, what, seconds] = /^(.+?)(30|120)$/.exec(name) ?? [];
  const isDetector = what === 'other' || KNOWN_DETECTORS.includes(what!);
  const unit = isDetector ? 'tanh of the strengths of signals' : 'log count';
  return `${unit}, decayed over ${seconds} s`;
}
