import type { Label, Milliseconds, OutcomeKind, WallTime } from '../types.js';
import { deadlineOf, isBackLate, RESUME_MS, type OpenPending } from './VisitEvent.js';

/** How a prediction came out. Without a label it must not be learned from. */
export interface Resolution {
  readonly kind: OutcomeKind;
  readonly label?: Label;
  readonly censored: boolean;
}

/** Older than that, or this far in the future, and it is the clock that has moved. */
const MAX_AGE_MS: Milliseconds = 30 * 24 * 3_600_000;
const MAX_SKEW_MS: Milliseconds = 5 * 60_000;

/** Ends a prediction whose outcome cannot be known any more. */
export const CENSORED: Resolution = { kind: 'continued', censored: true };

/**
 * How a prediction came out, as far as that can be said by now. Pure.
 *
 * ```text
 *        t ──────────────── horizon ─────────────── t + H ─────────▶
 * ① ─────┴── success │ contacted, accepted, abandoned ──▶ 0 │ 1
 * ②  leaves ──────────── not back within 30 min ────────▶ 1, censored without progress
 * ③  leaves ──────────── back after t + H, then active ─▶ 0, else censored
 * ④  stays ─────────────────────────────────── active ──▶ 0, else censored: nobody there
 * ```
 * A prompt within the horizon censors all but its acceptance: what would have come without it is
 * not known.
 *
 * @returns `undefined` while it is open
 */
export function settle(pending: OpenPending, now: WallTime): Resolution | undefined {
  const age = now - pending.at;
  if (age > MAX_AGE_MS || age < -MAX_SKEW_MS) return CENSORED;
  const resolution = resolve(pending, now);
  if (!resolution || !isClouded(pending)) return resolution;
  return { kind: resolution.kind, censored: true };
}

function resolve(pending: OpenPending, now: WallTime): Resolution | undefined {
  const { decided, leftAt, activeAt, progressed } = pending;
  if (decided) return labelled(decided.kind, decided.kind === 'success' ? 0 : 1);
  if (isBackLate(pending)) return resolveBackLate(pending, now);
  if (leftAt !== undefined) {
    if (now - leftAt < RESUME_MS) return undefined;
    return progressed ? labelled('abandoned', 1) : { kind: 'abandoned', censored: true };
  }
  if (now < deadlineOf(pending)) return undefined;
  return activeAt === undefined ? CENSORED : labelled('continued', 0);
}

function resolveBackLate(pending: OpenPending, now: WallTime): Resolution | undefined {
  const { leftAt, activeAt = 0, resumedAt = 0 } = pending;
  if (activeAt >= resumedAt) return labelled('continued', 0);
  return leftAt !== undefined || now >= dueAt(pending) ? CENSORED : undefined;
}

function labelled(kind: OutcomeKind, label: Label): Resolution {
  return { kind, label, censored: false };
}

/** Whether a prompt came before whatever decided. */
function isClouded({ decided, shown, prompted, promptedAt = 0 }: OpenPending): boolean {
  if (decided?.kind === 'accepted' || !(shown || prompted)) return false;
  return !decided || promptedAt <= decided.at;
}

/** The next moment at which time alone may settle a prediction that nothing has decided. */
export function dueAt(pending: OpenPending): WallTime {
  if (isBackLate(pending)) return pending.resumedAt! + pending.horizonMs;
  return pending.leftAt === undefined ? deadlineOf(pending) : pending.leftAt + RESUME_MS;
}
