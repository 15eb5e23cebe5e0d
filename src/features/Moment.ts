import type { Intent, Milliseconds, PromptOutcome } from '../types.js';
import type { Activity } from './activity.js';

/** What other parts know of the moment. */
export interface FeatureContext {
  readonly intent: Intent;
  /** Leaky mean of the risk so far, in [0, 1]. */
  readonly pastRisk: number;
  /** In this session. */
  readonly promptsShown: number;
  readonly lastAnswer: PromptOutcome | undefined;
  readonly firstVisit: boolean;
}

/** All that a feature may read. */
export interface Moment extends FeatureContext {
  readonly now: Milliseconds;
  /** Of the visitor's own day, 0 to 23. */
  readonly hour: number;
  readonly activity: Activity;
}
