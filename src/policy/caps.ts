import { own } from '../tools/own.js';
import type { Acceptance, Limits, PromptOutcome, Visitor, WallTime } from '../types.js';
import { toGates, type Check } from './toGates.js';
import { touchSession } from './visitor.js';

/** "Not now" asks for more than the usual pause: this many cool-downs. */
const NOT_NOW_COOLDOWNS = 4;

/** What is asked of a visitor's budget. */
export interface BudgetQuestion {
  /** As {@link touchSession} left it. */
  readonly visitor: Visitor;
  readonly now: WallTime;
  readonly limits: Limits;
  /** Declared task; absent for the anonymous one. */
  readonly task?: string | undefined;
  /** False when nothing can be stored, so that other tabs and visits are not counted. @defaultValue true */
  readonly storagePersistent?: boolean;
}

/** The checks on what the visitor has been asked before, and has answered. */
export const budgetChecks: Readonly<Record<string, Check<BudgetQuestion>>> = {
  notOptedOut: ({ visitor }) => [
    !visitor.never,
    visitor.never ? 'answered "never"' : 'not opted out',
  ],
  perTask: (question) =>
    atMost(shownInTask(question), question.limits.perTask, 'in this task', question),
  perSession: (question) =>
    atMost(question.visitor.session.shown, question.limits.perSession, 'in this session', question),
  perWeek: (question) =>
    atMost(question.visitor.shownAt.length, question.limits.perWeek, 'in 7 days', question),
  cooldown: ({ visitor, now }) => {
    const leftMs = Math.max(0, visitor.quietUntil - now);
    return [leftMs === 0, `${Math.ceil(leftMs / 1000)} s of cool-down left`];
  },
  sessionNotClosed: ({ visitor: { session } }) => [
    !session.closed,
    session.closed ? 'closed a prompt in this session' : 'no prompt closed in this session',
  ],
};

/** What a prompt is claimed, or answered, for. */
export interface Claim {
  readonly now: WallTime;
  readonly limits: Limits;
  readonly task?: string | undefined;
  /** `task/article` of the article offered first; absent for a hand-off, which is not ranked. */
  readonly articleKey?: string | undefined;
}

/**
 * Takes one prompt off the budget. Pure: run it inside one transaction, so that of several tabs
 * only one can take the last.
 *
 * @returns the record to keep, or `undefined` when any limit is reached
 */
export function claim(visitor: Visitor, request: Claim): Visitor | undefined {
  const { now, limits, task, articleKey } = request;
  const current = touchSession(visitor, now);
  const question = { visitor: current, now, limits, task };
  if (!toGates(budgetChecks, question).every(({ passed }) => passed)) return undefined;
  const { session } = current;
  const perTask = { ...session.perTask, [task ?? '']: shownInTask(question) + 1 };
  return {
    ...count(current, articleKey, { offered: 1, accepted: 0 }),
    session: { ...session, shown: session.shown + 1, perTask },
    shownAt: [...current.shownAt, now],
    quietUntil: now + limits.cooldownMs,
  };
}

/**
 * Keeps what the visitor answered: "not now" buys four cool-downs of peace, a closed prompt the rest
 * of the session, "never" all time. An ignored prompt has already cost its cool-down.
 */
export function answer(visitor: Visitor, outcome: PromptOutcome, request: Claim): Visitor {
  const { now, limits, articleKey } = request;
  const current = touchSession(visitor, now);
  switch (outcome) {
    case 'accepted':
      return count(current, articleKey, { offered: 0, accepted: 1 });
    case 'notNow': {
      const quietUntil = now + NOT_NOW_COOLDOWNS * limits.cooldownMs;
      return { ...current, quietUntil: Math.max(current.quietUntil, quietUntil) };
    }
    case 'never':
      return { ...current, never: true };
    case 'closed':
      return { ...current, session: { ...current.session, closed: true } };
    case 'ignored':
      return current;
  }
}

function shownInTask({ visitor, task }: BudgetQuestion): number {
  return own(visitor.session.perTask, task ?? '') ?? 0;
}

function atMost(n: number, limit: number, where: string, { storagePersistent }: BudgetQuestion) {
  // A limit of 1.5 must not let a second prompt through.
  const reach = storagePersistent === false ? ', this tab only: storage is not available' : '';
  return [n + 1 <= limit, `${n} of ${limit} prompts ${where}${reach}`] as const;
}

function count(visitor: Visitor, key: string | undefined, added: Acceptance): Visitor {
  if (key === undefined) return visitor;
  const before = own(visitor.acceptance, key) ?? { offered: 0, accepted: 0 };
  const accepted = before.accepted + added.accepted;
  // What the visitor asked for without being offered it still counts as offered once.
  const offered = Math.max(before.offered + added.offered, accepted);
  return { ...visitor, acceptance: { ...visitor.acceptance, [key]: { offered, accepted } } };
}
