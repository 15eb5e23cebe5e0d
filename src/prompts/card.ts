import { Observable, type Subscriber } from 'rxjs';
import type { Offer, Prompt, PromptEnvironment, PromptOutcome } from '../types.js';
import { announce } from './announce.js';
import { offerCard, openedCard, titleOf, type CardActions } from './content.js';
import { button, element } from './element.js';
import { followKeyboard } from './keyboard.js';
import { format } from './messages.js';
import { mountElement, type Mounted } from './mountElement.js';
import { isCramped, isCovering } from './room.js';
import { STYLES } from './styles.js';

export interface CardOptions {
  /** Leads into the prompt and out again; `false` for none. @defaultValue `Ctrl+Shift+H` */
  shortcut?: string | false;
}

/**
 * A card in the corner of the page, or a badge that opens it.
 *
 * It takes no focus, no key and no selection, stays until it is answered, and leaves no trace. On a
 * small screen, and where it would cover what has the focus, it starts as the badge.
 *
 * @see {@link https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum.html} WCAG 2.4.11
 */
export function card({ shortcut = 'Ctrl+Shift+H' }: CardOptions = {}): Prompt {
  return {
    name: 'card',
    show: (offer, form, environment) =>
      new Observable<PromptOutcome>((subscriber) => {
        const { document, lang, dir, messages } = environment;
        const mounted = mountElement(document, 'beforehand-prompt', STYLES);
        const { host } = mounted;
        host.setAttribute('role', 'complementary');
        host.setAttribute('aria-label', messages.label);
        host.lang = lang;
        host.dir = dir;
        const actions = toActions(mounted, offer, environment, subscriber);
        const stopKeyboard = followKeyboard(mounted, { shortcut, onEscape: actions.close });
        draw(mounted, offer, form, environment, actions);
        openOnTop(host);
        stepAside(mounted, offer, environment, actions);
        const silence = announce(document, announcementOf(offer, environment, shortcut));
        return () => {
          silence();
          stopKeyboard();
          mounted.remove();
        };
      }),
  };
}

function toActions(
  mounted: Mounted,
  offer: Offer,
  environment: PromptEnvironment,
  subscriber: Subscriber<PromptOutcome>,
): CardActions {
  let isOpened = false;
  const end = (outcome: PromptOutcome) => {
    subscriber.next(outcome);
    subscriber.complete();
  };
  const actions: CardActions = {
    answer: (outcome) => (outcome === 'accepted' ? subscriber.next(outcome) : end(outcome)),
    close: () => (isOpened ? subscriber.complete() : end('closed')),
    open: () => {
      isOpened = true;
      mounted.host.setAttribute('role', 'dialog');
      fill(mounted, 'card', openedCard(offer, environment, actions));
      // The visitor asked for this: now the focus may follow.
      mounted.root.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    },
  };
  return actions;
}

function draw(
  mounted: Mounted,
  offer: Offer,
  form: 'badge' | 'card',
  environment: PromptEnvironment,
  actions: CardActions,
): void {
  const isBadge = form === 'badge' || isCramped(environment.document);
  if (isBadge) fill(mounted, 'badge', badge(mounted, offer, environment, actions));
  else fill(mounted, 'card', offerCard(offer, environment, actions));
}

function badge(
  mounted: Mounted,
  offer: Offer,
  environment: PromptEnvironment,
  actions: CardActions,
): Node[] {
  const { document, messages } = environment;
  const onPress = () => {
    fill(mounted, 'card', offerCard(offer, environment, actions));
    mounted.root.querySelector<HTMLElement>('[part~=accept]')?.focus({ preventScroll: true });
  };
  return [
    button(document, { part: 'open', text: messages.badge, onPress }),
    button(document, {
      part: 'close',
      text: '×',
      attributes: { 'aria-label': messages.close },
      onPress: actions.close,
    }),
  ];
}

function fill({ host, root }: Mounted, form: 'badge' | 'card', children: Node[]): void {
  host.setAttribute('data-form', form);
  root.replaceChildren(element(host.ownerDocument, 'section', { part: form, children }));
}

/** Above everything, without closing a menu of the page's. */
function openOnTop(host: HTMLElement): void {
  if (typeof host.showPopover !== 'function') return;
  host.setAttribute('popover', 'manual');
  host.showPopover();
}

/** Goes to the other corner, or becomes a badge, rather than cover what the visitor is at. */
function stepAside(
  mounted: Mounted,
  offer: Offer,
  environment: PromptEnvironment,
  actions: CardActions,
): void {
  if (!isCovering(mounted)) return;
  mounted.host.setAttribute('data-side', 'start');
  if (!isCovering(mounted)) return;
  mounted.host.removeAttribute('data-side');
  draw(mounted, offer, 'badge', environment, actions);
}

function announcementOf(
  offer: Offer,
  { messages }: PromptEnvironment,
  shortcut: string | false,
): string {
  const title = titleOf(offer, messages);
  return shortcut ? format(messages.announcement, { title, shortcut }) : title;
}
