import { mergeMap, defer, EMPTY, expand, switchMap, timer, type Observable } from 'rxjs';
import type { Decision, Milliseconds, Offer } from '../types.js';

/** What is known at one moment, enough to decide on. */
export interface Moment {
  /** Decides; pure, so it may be asked again when something has changed. */
  decide(): Decision;
  readonly offer: Offer | undefined;
}

export interface DecisionLoopOptions {
  /** Decision moments. */
  readonly ticks$: Observable<Milliseconds>;
  /**
   * Looks at the page, the visitor and the risk.
   *
   * @param isTick - false when a decision that had to wait is taken up again
   */
  readonly look: (isTick: boolean) => Moment;
  /** How long to wait before looking again, or `undefined` when waiting would not help. */
  readonly waitMs: (decision: Decision) => Milliseconds | undefined;
  /** Takes one prompt off the visitor's budget, in one transaction over all tabs. */
  readonly claim: (offer: Offer) => Promise<boolean>;
  readonly show: (offer: Offer, form: 'badge' | 'card', decision: Decision) => void;
  /** Told of every decision at a tick, and of a later one that acts. */
  readonly onDecision: (decision: Decision, isTick: boolean) => void;
}

/** A decision waits at most this long for a good moment to come, so that help stays timely. */
const MAX_WAIT_MS = 10_000;

/**
 * Decides at each tick, and acts.
 *
 * ```text
 * tick ─▶ look ─▶ decide ─▶ none: wait for a better moment? ─▶ look again …
 *                       └─▶ badge, card ─▶ claim the budget ─▶ show
 * ```
 *
 * A newer tick ends the waiting of an older one. Everything is looked at again before acting: what
 * was true a second ago is not a reason to interrupt now.
 */
export function decisionLoop(options: DecisionLoopOptions): Observable<Milliseconds | undefined> {
  const { ticks$, look, waitMs, claim, show, onDecision } = options;

  const attempt = async (isTick: boolean): Promise<Milliseconds | undefined> => {
    const moment = look(isTick);
    const { offer } = moment;
    const decision = moment.decide();
    if (decision.action === 'none' || !offer || decision.arm === 'holdout') {
      if (isTick || decision.action !== 'none') onDecision(withOffer(decision, offer), isTick);
      return decision.action === 'none' ? waitMs(decision) : undefined;
    }
    if (!(await claim(offer))) {
      // Another tab was first: with its claim known, the gates say so.
      onDecision(withOffer(moment.decide(), offer), isTick);
      return undefined;
    }
    const shown = { ...withOffer(decision, offer), shown: true };
    show(offer, decision.action, shown);
    onDecision(shown, isTick);
    return undefined;
  };

  const again = (wait: Milliseconds | undefined, attempts: number) =>
    wait === undefined || attempts * wait > MAX_WAIT_MS
      ? EMPTY
      : timer(wait).pipe(mergeMap(() => attempt(false)));

  return ticks$.pipe(switchMap(() => defer(() => attempt(true)).pipe(expand(again))));
}

function withOffer(decision: Decision, offer: Offer | undefined): Decision {
  return offer ? { ...decision, offer } : decision;
}
