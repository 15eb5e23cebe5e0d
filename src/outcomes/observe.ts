import {
  deadlineOf,
  isBackLate,
  RESUME_MS,
  type DecisiveKind,
  type OpenPending,
  type VisitEvent,
} from './VisitEvent.js';
import type { WallTime } from '../types.js';

/**
 * Folds one event into an open prediction. Pure.
 *
 * Keeps the earliest of what decides and the latest of what merely goes on, so that events that do
 * not depend on each other may come in any order.
 *
 * @returns the same object when the event does not concern it
 */
export function observe(pending: OpenPending, event: VisitEvent): OpenPending {
  if (!concerns(pending, event)) return pending;
  const { kind, at, task } = event;
  switch (kind) {
    case 'left':
      return leave(pending, at);
    case 'resumed':
      return resume(pending, at);
    case 'active':
      // Who is active in the very task has come back to it, whatever was missed in between.
      return act(task === pending.task ? resume(pending, at) : pending, at);
    case 'progressed':
      return isWithin(pending, at) ? { ...act(pending, at), progressed: true } : pending;
    case 'prompted':
      return prompt(pending, event);
    default:
      return isWithin(pending, at) ? decide(pending, kind, at) : pending;
  }
}

/**
 * Whether an event of one task, or of none, says anything about a prediction made in another. The
 * anonymous task is the whole visit: doing anything is part of it, leaving one task is not its end.
 */
function concerns(pending: OpenPending, { kind, task }: VisitEvent): boolean {
  if (task === pending.task) return true;
  if (task === undefined) return kind !== 'resumed';
  return pending.task === undefined && kind !== 'left' && kind !== 'abandoned';
}

function isWithin(pending: OpenPending, at: WallTime): boolean {
  return at > pending.at && at <= deadlineOf(pending);
}

function leave(pending: OpenPending, at: WallTime): OpenPending {
  const counts = (at >= pending.at && at <= deadlineOf(pending)) || isBackLate(pending);
  return counts && pending.leftAt === undefined ? { ...pending, leftAt: at } : pending;
}

function resume(pending: OpenPending, at: WallTime): OpenPending {
  const { leftAt, ...rest } = pending;
  if (leftAt === undefined || at < leftAt || at - leftAt >= RESUME_MS) return pending;
  // Back late and gone again: nothing more is to be learned from it.
  return isBackLate(pending) ? pending : { ...rest, resumedAt: at };
}

function act(pending: OpenPending, at: WallTime): OpenPending {
  const counts = isWithin(pending, at) || (isBackLate(pending) && at > pending.at);
  return counts && at > (pending.activeAt ?? 0) ? { ...pending, activeAt: at } : pending;
}

function prompt(pending: OpenPending, { at, decisionId }: VisitEvent): OpenPending {
  const counts = decisionId === pending.id || (at >= pending.at && at <= deadlineOf(pending));
  const promptedAt = Math.min(at, pending.promptedAt ?? at);
  return counts ? { ...pending, prompted: true, promptedAt } : pending;
}

function decide(pending: OpenPending, kind: DecisiveKind, at: WallTime): OpenPending {
  const { decided } = pending;
  const isFirst =
    !decided ||
    at < decided.at ||
    (at === decided.at && RANK.indexOf(kind) < RANK.indexOf(decided.kind));
  return isFirst ? { ...pending, decided: { kind, at } } : pending;
}

/** What counts of two things at the same millisecond. */
const RANK: readonly DecisiveKind[] = ['accepted', 'contacted', 'success', 'abandoned'];
