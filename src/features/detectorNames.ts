/** Detectors whose strengths are features of their own; those of all others are summed up as `other`. */
export const KNOWN_DETECTORS: readonly string[] = [
  'rageClick',
  'deadClick',
  'slowResponse',
  'blockedClick',
  'errorClick',
  'formStruggle',
  'idleAfterError',
  'repeatedSearch',
];
