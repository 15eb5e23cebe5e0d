import { guardAsync, type Report } from '../guard.js';
import * as policy from '../policy/index.js';
import type { Store } from '../storage/Store.js';
import type { Limits, Milliseconds, Offer, PromptOutcome, Visitor, WallTime } from '../types.js';

/** How often a visit that goes on is noted. */
const TOUCH_MS: Milliseconds = 5 * 60_000;

export interface VisitorRecordOptions {
  readonly store: Pick<Store, 'visitor' | 'updateVisitor'>;
  readonly limits: Limits;
  readonly random: () => number;
  readonly now: () => WallTime;
  readonly report: Report;
}

/** Who is here, what they have been offered and what they said to it: shared by all tabs. */
export interface VisitorRecord {
  /** As it was read last; `undefined` before that. */
  current(): Visitor | undefined;
  /** Notes that the visitor is here. */
  touch(): Promise<void>;
  /** The same now and then: a session ends after half an hour without it, a long visit is not to. */
  touchSeldom(): void;
  /** Takes one prompt off the visitor's budget; false where another tab was first. */
  claim(offer: Offer): Promise<boolean>;
  answer(answer: PromptOutcome, offer: Offer): void;
  forget(): void;
}

export function createVisitorRecord(options: VisitorRecordOptions): VisitorRecord {
  const { store, limits, random, now, report } = options;
  let visitor: Visitor | undefined;
  const contextOf = (offer: Offer) => ({ ...keysOf(offer), now: now(), limits });

  const touch = async () => {
    visitor = await store.updateVisitor((known) =>
      policy.touchSession(known ?? policy.newVisitor(random, now()), now()),
    );
  };

  return {
    current: () => visitor,
    touch,
    touchSeldom: () => {
      const untouchedMs = visitor ? now() - visitor.session.lastSeenAt : 0;
      if (untouchedMs > TOUCH_MS) guardAsync(report, 'internal', touch);
    },
    claim: async (offer) => {
      let claimed = false;
      const kept = await store.updateVisitor((stored) => {
        const known = stored ?? visitor ?? policy.newVisitor(random, now());
        const next = policy.claim(known, contextOf(offer));
        claimed = next !== undefined;
        return next;
      });
      visitor = kept ?? (await store.visitor()) ?? visitor;
      return claimed;
    },
    answer: (answer, offer) =>
      guardAsync(report, 'internal', async () => {
        visitor = await store.updateVisitor(
          (known) => known && policy.answer(known, answer, contextOf(offer)),
        );
      }),
    forget: () => (visitor = undefined),
  };
}

/** What a prompt counts against: its task, and its first article within that task. */
function keysOf({ task, articles, kind }: Offer): { task: string; articleKey: string } {
  const id = task?.id ?? '';
  return { task: id, articleKey: `${id}/${articles[0]?.id ?? kind}` };
}
