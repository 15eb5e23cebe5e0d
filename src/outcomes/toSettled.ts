import type { DecisionRecord, Outcome, Pending } from '../types.js';
import type { Resolution } from './settle.js';

/** A prediction whose outcome has become known, and what the log says of it. */
export interface Settled {
  readonly pending: Pending;
  readonly outcome: Outcome;
  readonly record: DecisionRecord;
}

export function toSettled(pending: Pending, resolution: Resolution): Settled {
  const { id, at, action, shown, propensity, arm, predicted, groups, modelVersion } = pending;
  const decision = { id, at, action, shown, propensity, arm, predicted, groups, modelVersion };
  return {
    pending,
    outcome: { decisionTime: pending.decisionTime, ...resolution },
    record: { ...decision, ...resolution },
  };
}
