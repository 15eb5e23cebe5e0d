import type { Milliseconds, Visitor, WallTime } from '../types.js';

/** How long a prompt counts against the budget of a week. */
export const WEEK_MS: Milliseconds = 7 * 24 * 3_600_000;

/** A visitor away for this long comes back to a new session; the usual convention of web analytics. */
export const SESSION_GAP_MS: Milliseconds = 30 * 60_000;

/**
 * Answers assumed before there were any, taken and not taken: Beta(2, 2), of mean .5, so that one
 * dismissal lowers the receptivity to .4 and not to 0.
 */
const PRIOR_ANSWERS = 2;

/**
 * The record of somebody who comes for the first time.
 *
 * @param random - uniform in [0, 1)
 */
export function newVisitor(random: () => number, now: WallTime): Visitor {
  return {
    id: Math.floor(random() * 2 ** 32),
    firstSeenAt: now,
    session: newSession(now),
    shownAt: [],
    quietUntil: 0,
    never: false,
    acceptance: {},
  };
}

/**
 * The record as of `now`: the session goes on, or a new one begins after 30 min without a touch, and
 * what is older than a week is forgotten. Touch it at the start and while the visitor is active.
 *
 * A clock set back gives nothing away and locks nothing for good: prompts "of the future" count as
 * shown now, and what was left of the cool-down when the record was last touched is still left.
 */
export function touchSession(visitor: Visitor, now: WallTime): Visitor {
  const { session } = visitor;
  const setBackMs = Math.max(0, session.lastSeenAt - now);
  return {
    ...visitor,
    firstSeenAt: Math.min(visitor.firstSeenAt, now),
    session:
      now - session.lastSeenAt > SESSION_GAP_MS
        ? newSession(now)
        : { ...session, startedAt: Math.min(session.startedAt, now), lastSeenAt: now },
    shownAt: visitor.shownAt.map((at) => Math.min(at, now)).filter((at) => now - at < WEEK_MS),
    quietUntil: visitor.quietUntil - setBackMs,
  };
}

/**
 * How likely this visitor is to take an offer, from what became of the earlier ones: the mean of a
 * Beta posterior, `(2 + accepted) / (4 + offered)`, in (0, 1); .5 before the first.
 *
 * An offer that was ignored counts like one that was refused.
 */
export function receptivityOf(visitor: Visitor | undefined): number {
  const pairs = Object.values(visitor?.acceptance ?? {});
  const sum = (field: 'accepted' | 'offered') => pairs.reduce((n, pair) => n + pair[field], 0);
  return (PRIOR_ANSWERS + sum('accepted')) / (2 * PRIOR_ANSWERS + sum('offered'));
}

function newSession(now: WallTime): Visitor['session'] {
  return { startedAt: now, lastSeenAt: now, shown: 0, perTask: {}, closed: false };
}
