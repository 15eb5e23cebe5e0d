import type { Subscriber } from 'rxjs';
import { guard, type Report } from '../guard.js';
import type { Offer, PromptEnvironment, PromptOutcome } from '../types.js';
import { createMake } from './createMake.js';
import { drawBadge } from './drawBadge.js';
import { drawHelp } from './drawHelp.js';
import { drawOffer } from './drawOffer.js';
import type { CardActions, Drawing } from './Drawing.js';
import { goIn } from './followKeyboard.js';
import { hasRoom } from './hasRoom.js';
import { hidesControl } from './hidesControl.js';
import type { Mounted } from './mountElement.js';

export interface CreateCardOptions {
  readonly mounted: Mounted;
  readonly offer: Offer;
  readonly form: 'badge' | 'card';
  readonly environment: PromptEnvironment;
  readonly subscriber: Subscriber<PromptOutcome>;
  readonly report: Report;
}

/** Corners, most wanted first. */
const SIDES = ['end', 'start'] as const;

/**
 * The card's states, and what leads from one to the next.
 *
 * ```text
 * badge ─ press ─▶ offer ─ accept ─▶ help ─ close ─▶ (complete)
 *   └ close ┐        └ not now, never, close, contact ─▶ outcome, (complete)
 *           └──────────────────────────────────────────▶ outcome, (complete)
 * ```
 */
export function createCard(options: CreateCardOptions) {
  const { mounted, offer, environment, subscriber, report } = options;
  const { host, root } = mounted;
  let form: 'badge' | 'card' | 'help' | undefined;
  /** The visitor has made it larger: from then on it is where they put it. */
  let isEnlarged = false;

  const draw = (next: 'badge' | 'card' | 'help') => {
    if (next !== form) root.replaceChildren(DRAW[next](drawing));
    form = next;
  };
  const enlarge = (next: 'card' | 'help') => {
    isEnlarged = true;
    draw(next);
    goIn(mounted);
  };
  const end = (outcome: PromptOutcome) => {
    // Only an offer is answered; what was opened is just closed.
    if (form !== 'help') subscriber.next(outcome);
    subscriber.complete();
  };

  const actions: CardActions = {
    answer: end,
    close: () => end('closed'),
    expand: () => enlarge('card'),
    open: () => {
      subscriber.next('accepted');
      enlarge('help');
    },
    follow: () => {
      subscriber.next('accepted');
      // The browser follows the link after its listeners: it has to be there until then.
      setTimeout(() => guard(report, 'internal', leave));
    },
    contact: () => {
      environment.openHandoff();
      end('accepted');
    },
  };
  const leave = () => {
    if (subscriber.closed) return;
    if (offer.handoff || offer.articles.length > 1) enlarge('help');
    else subscriber.complete();
  };
  const drawing: Drawing = {
    offer,
    environment,
    actions,
    make: createMake(environment.document, report),
  };

  const put = (next: 'badge' | 'card', side: (typeof SIDES)[number]) => {
    draw(next);
    host.dataset.side = side;
    return hasRoom(host, next);
  };
  /** Finds a corner for a form; rather one where no control of the page lies under it. */
  const fit = (next: 'badge' | 'card') => {
    const sides = SIDES.filter((side) => put(next, side));
    const best = sides.find((side) => put(next, side) && !hidesControl(host)) ?? sides[0];
    return best !== undefined && put(next, best);
  };
  let isPlaced = false;
  /** Stays where it is if it may; gives way by as little as it must, and never grows back. */
  const place = () => {
    if (isEnlarged || (isPlaced && hasRoom(host, form as 'badge' | 'card'))) return;
    isPlaced = true;
    const smallest = environment.isAsked ? 'card' : 'badge';
    if (!fit(form as 'badge' | 'card') && !fit(smallest)) put(smallest, 'end');
  };

  host.setAttribute('role', 'complementary');
  host.setAttribute('aria-label', environment.messages.label);
  draw(options.form);
  return { onClose: actions.close, place };
}

const DRAW = { badge: drawBadge, card: drawOffer, help: drawHelp };
