import type { Milliseconds, Pending, WallTime } from '../types.js';

/** What says at once how a prediction came out. */
export type DecisiveKind = 'success' | 'abandoned' | 'contacted' | 'accepted';

/** Something the visitor did that tells how earlier predictions came out. */
export interface VisitEvent {
  /**
   * `active`: any input; `left`: the task's routes were left, or the page hidden or closed;
   * `resumed`: back again; `abandoned`: the host says so; `contacted`: help or contact was opened;
   * `prompted`: an offer was shown; `accepted`: and taken; `progressed`: a step further.
   */
  readonly kind: DecisiveKind | 'active' | 'left' | 'resumed' | 'prompted' | 'progressed';
  readonly at: WallTime;
  /** Declared task it happened in; absent when it concerns whatever the visitor is doing. */
  readonly task?: string;
  /** `id` of the prediction whose offer was shown or taken. */
  readonly decisionId?: string;
}

/**
 * A prediction with what was seen since. Like {@link Pending} it outlives the page, so it is plain
 * data, and what is derived from it depends on the times in it alone.
 */
export type OpenPending = Pending & {
  /** The earliest decisive event within the horizon. */
  readonly decided?: { readonly kind: DecisiveKind; readonly at: WallTime };
  /** When the earliest prompt within the horizon was shown. */
  readonly promptedAt?: WallTime;
  /** When the visitor last came back after having left. */
  readonly resumedAt?: WallTime;
};

/**
 * Whoever has been away for longer has given up: the usual end of a visit in web analytics.
 *
 * @see {@link https://support.google.com/analytics/answer/9191807} the session timeout there
 */
export const RESUME_MS: Milliseconds = 30 * 60_000;

/** The last moment at which what happens still counts. */
export function deadlineOf({ at, horizonMs }: Pending): WallTime {
  return at + horizonMs;
}

/** Whether the visitor came back only after the horizon had passed. */
export function isBackLate(pending: OpenPending): boolean {
  return (pending.resumedAt ?? 0) > deadlineOf(pending);
}
