import { SCHEMA_VERSION } from '../features/index.js';
import type {
  Decision,
  FeatureVector,
  Intent,
  Milliseconds,
  Pending,
  Risk,
  Slots,
  WallTime,
} from '../types.js';

/** What one tick found out, kept until its decision is known. */
export interface Look {
  readonly x: FeatureVector;
  readonly slots: Slots;
  readonly intent: Intent;
  readonly risk: Risk;
  /** Which look at this attempt at this task it is, from 1. */
  readonly nth: number;
  /** What each part of the model said; see `LabelledExample`. */
  readonly predicted: Readonly<Record<string, number>>;
}

export interface PendingOptions {
  readonly at: WallTime;
  readonly random: () => number;
  /** Groups that fairness is audited by. */
  readonly groups: readonly string[];
  /** When the visitor last did something in the page, were it to follow a link. */
  readonly interactedAt: Milliseconds;
  /** When they last worked at what the page is for: a field, a button. */
  readonly actedAt: Milliseconds;
}

/** A prediction that waits for its outcome: what was seen, what was said of it, what was done. */
export function toPending(decision: Decision, look: Look, options: PendingOptions): Pending {
  const { time, action, shown, propensity, arm, modelVersion } = decision;
  const { x, slots, intent, risk, nth, predicted } = look;
  const { at, random, groups } = options;
  return {
    id: `${at.toString(36)}-${Math.floor(random() * 2 ** 32).toString(36)}`,
    at,
    decisionTime: time,
    horizonMs: risk.horizonMs,
    x: Array.from(x),
    schema: SCHEMA_VERSION,
    slots,
    ...(intent.task && { task: intent.task.id }),
    predicted: { ...predicted, hedge: risk.probability },
    ...{ action, shown, propensity, arm, modelVersion, groups, nth },
    progressed: isProgress(intent, options),
  };
}

/**
 * Whether the visitor has begun, and not just come by: a later step was reached, or something was
 * done at this one, where somebody may be stuck. A task without steps has no other progress than
 * that something is done in it.
 */
function isProgress(intent: Intent, { interactedAt, actedAt }: PendingOptions): boolean {
  const { progressAt, startedAt, nSteps } = intent;
  const doneAt = nSteps <= 1 ? interactedAt : actedAt;
  return Math.max(progressAt, doneAt) > startedAt;
}
