import type { Subscriber } from 'rxjs';
import type { Report } from '../guard.js';
import type { Offer, PromptEnvironment, PromptOutcome } from '../types.js';
import { announce } from './announce.js';
import { createCard } from './createCard.js';
import { titleOf } from './drawOffer.js';
import { followKeyboard } from './followKeyboard.js';
import { findSlot } from './findSlot.js';
import { keepClear } from './keepClear.js';
import { mountElement, mountInside } from './mountElement.js';
import { STYLES } from './styles.js';

/** What is shown, and how. */
export interface Showing {
  readonly offer: Offer;
  readonly form: 'badge' | 'card';
  readonly environment: PromptEnvironment;
  readonly shortcut: string | false;
}

/** Draws a card and answers to it; unsubscribing takes all of it away. */
export function showCard(subscriber: Subscriber<PromptOutcome>, showing: Showing): void {
  const { offer, form, environment, shortcut } = showing;
  const { document, lang, dir } = environment;
  // A prompt that fails goes away; whoever shows it learns why.
  const report: Report = (error) => subscriber.error(error);
  const look = { document, name: 'beforehand-prompt', styles: STYLES, lang, dir };
  const slot = findSlot(document);
  const mounted = slot ? mountInside(slot, look) : mountElement(look);
  const { onClose, place } = createCard({ mounted, offer, form, environment, subscriber, report });

  subscriber.add(followKeyboard(mounted, { shortcut, onEscape: onClose, report }));
  subscriber.add(mounted.remove);
  if (!mounted.isInline) {
    openOnTop(mounted.host);
    subscriber.add(keepClear(document, place, report));
  }
  subscriber.add(announce(titleOf(offer, environment), shortcut, environment));
}

/** In the top layer where there is one: nothing lies over it there, and no menu closes for it. */
function openOnTop(host: HTMLElement): void {
  if ('showPopover' in host) {
    host.popover = 'manual';
    host.showPopover();
  } else (host as HTMLElement).setAttribute('data-open', '');
}
