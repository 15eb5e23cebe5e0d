import type { Intent, Milliseconds, PointerKind, PromptOutcome } from '../types.js';
import type { ActionTaken } from './createActions.js';
import type { Past } from './labelHistory.js';
import type { OwnMeans } from './ownMeans.js';
import type { Tally } from './tally.js';

/** What other parts know of the moment. */
export interface FeatureContext {
  readonly intent: Intent;
  /** Leaky mean of the risk so far, in [0, 1]. */
  readonly pastRisk: number;
  /** In this session. */
  readonly promptsShown: number;
  readonly lastAnswer: PromptOutcome | undefined;
  readonly firstVisit: boolean;
  /** What earlier endings say, by `pastOf`. */
  readonly past: Past;
  /** What attempts at this task look like, of whoever is known. */
  readonly usualShape: OwnMeans;
}

/** What has been going on in the page. */
export interface Activity {
  readonly tally: Tally;
  /** Of the last press, key, edit or scroll; moving the pointer does nothing yet. */
  readonly inputAt: Milliseconds;
  /** Of the last error or signal that came of the visitor's doing. */
  readonly troubleAt: Milliseconds;
  /** What the visitor uses, by the last press. */
  readonly pointer: PointerKind | undefined;
  /** A pointer has moved. */
  readonly hasCursor: boolean;
  /** Deepest point scrolled to, in [0, 1]. */
  readonly depth: number;
  /** Distinct of visited routes, of the last 50, in (0, 1]. */
  readonly distinctShare: number;
  /** The slowest interaction, fading over 30 s. */
  readonly latencyMs: Milliseconds;
}

/** All that a feature may read. */
export interface Moment extends FeatureContext, Activity {
  readonly now: Milliseconds;
  /** What was done since the task began, oldest first. */
  readonly actions: readonly ActionTaken[];
  /** By `shapeOf` and `trialsOf`. */
  readonly attempt: Readonly<Record<string, number>>;
  /** Of the visitor's own day, 0 to 23. */
  readonly hour: number;
}
