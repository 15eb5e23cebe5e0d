/** One input of the models. */
export interface FeatureDefinition {
  readonly name: string;
  /** Of the number before it is squashed into about [−3, 3]. */
  readonly unit: string;
  /** Measured against this person's own habit. */
  readonly isPersonal?: boolean;
}

/**
 * Counts up whenever a feature is added, removed, moved or measured otherwise: what was learned on
 * other features is not read.
 */
export const SCHEMA_VERSION = 1;

/** Detectors whose strengths are features of their own; all others share `other…`. */
export const KNOWN_DETECTORS = [
  'rageClick',
  'deadClick',
  'slowResponse',
  'blockedClick',
  'errorClick',
  'formStruggle',
  'idleAfterError',
  'repeatedSearch',
  'other',
] as const;

/** The order of `x`: a contract with every model that was ever saved. */
export const FEATURES: readonly FeatureDefinition[] = [
  { name: 'sinceTaskStart', unit: 'log s' },
  { name: 'sinceProgress', unit: 'log s' },
  { name: 'idle', unit: 'log s' },
  { name: 'idleAfterTrouble', unit: 'log s' },
  { name: 'stepShare', unit: 'share of steps' },
  { name: 'errors30', unit: 'log count, 30 s' },
  { name: 'errors120', unit: 'log count, 120 s' },
  { name: 'requestFailures120', unit: 'log count, 120 s' },
  { name: 'refusedSubmits120', unit: 'log count, 120 s' },
  { name: 'reEdits120', unit: 'log count, 120 s' },
  { name: 'deletionShare120', unit: 'share of keystrokes, 120 s' },
  { name: 'pastes120', unit: 'log count, 120 s' },
  { name: 'presses30', unit: 'log count, 30 s' },
  { name: 'repeatedPresses30', unit: 'log count of presses on the last control, 30 s' },
  { name: 'pressRate', unit: 'presses a minute, personal', isPersonal: true },
  { name: 'keystrokes30', unit: 'log count, 30 s' },
  { name: 'backs120', unit: 'log count, 120 s' },
  { name: 'routes120', unit: 'log count, 120 s' },
  { name: 'revisits120', unit: 'log count, 120 s' },
  { name: 'distinctShare', unit: 'distinct of visited routes' },
  { name: 'searches120', unit: 'log count, 120 s' },
  { name: 'scrollReversals30', unit: 'log count, 30 s' },
  { name: 'scrollSpeed', unit: 'px/s, personal', isPersonal: true },
  { name: 'scrollDepth', unit: 'share of the page' },
  { name: 'cursorDetour', unit: 'path / net, personal', isPersonal: true },
  { name: 'cursorSpeed', unit: 'px/s, personal', isPersonal: true },
  { name: 'cursorTurns', unit: 'turns a second, personal', isPersonal: true },
  { name: 'pauses120', unit: 'log count, 120 s' },
  { name: 'noCursor', unit: '1 where no pointer has moved' },
  { name: 'blurs120', unit: 'log count, 120 s' },
  { name: 'latency', unit: 'log s, worst of 30 s' },
  { name: 'taskEntropy', unit: 'bits' },
  { name: 'pastRisk', unit: 'probability' },
  { name: 'isMouse', unit: '0 or 1' },
  { name: 'isTouch', unit: '0 or 1' },
  { name: 'isKeyboard', unit: '0 or 1' },
  { name: 'firstVisit', unit: '0 or 1' },
  { name: 'promptsShown', unit: 'log count, session' },
  { name: 'lastAnswerNo', unit: '0 or 1' },
  { name: 'hourSine', unit: 'of the day' },
  { name: 'hourCosine', unit: 'of the day' },
  ...KNOWN_DETECTORS.flatMap((detector) => [
    { name: `${detector}30`, unit: 'tanh of strengths, decayed over 30 s' },
    { name: `${detector}120`, unit: 'tanh of strengths, decayed over 120 s' },
  ]),
];

export const featureNames: readonly string[] = FEATURES.map(({ name }) => name);
