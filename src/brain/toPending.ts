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
  /** What each part of the model said; see `LabelledExample`. */
  readonly predicted: Readonly<Record<string, number>>;
}

export interface PendingOptions {
  readonly at: WallTime;
  readonly random: () => number;
  /** Groups that fairness is audited by. */
  readonly groups: readonly string[];
  /** When the visitor last did something in the page. */
  readonly interactedAt: Milliseconds;
}

/** A prediction that waits for its outcome: what was seen, what was said of it, what was done. */
export function toPending(decision: Decision, look: Look, options: PendingOptions): Pending {
  const { time, action, shown, propensity, arm, modelVersion } = decision;
  const { x, slots, intent, risk, predicted } = look;
  const { at, random, groups, interactedAt } = options;
  return {
    id: `${at.toString(36)}-${Math.floor(random() * 2 ** 32).toString(36)}`,
    at,
    decisionTime: time,
    horizonMs: risk.horizonMs,
    x: Array.from(x),
    slots,
    ...(intent.task && { task: intent.task.id }),
    predicted: { ...predicted, hedge: risk.probability },
    ...{ action, shown, propensity, arm, modelVersion, groups },
    // A task without steps to walk has no other progress than what is done in it.
    progressed:
      intent.progressAt > intent.startedAt ||
      (intent.nSteps <= 1 && interactedAt > intent.startedAt),
  };
}
