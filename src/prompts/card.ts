import { Observable } from 'rxjs';
import type { Prompt } from '../types.js';
import type { showCard } from './showCard.js';

export interface CardOptions {
  /**
   * Keys that lead into the prompt and out again while it is shown; `false` for none.
   *
   * @defaultValue `Ctrl+Shift+H`
   */
  shortcut?: string | false;
}

/**
 * A card in the corner of the page, or a badge that opens it.
 *
 * It never takes the focus, a key or the selection, stays until it is answered, and leaves nothing
 * behind. Where it would cover too much of the page, or what has the focus, it is a badge.
 *
 * @example
 * ```ts
 * createAssistant({ prompt: card({ shortcut: 'Alt+Shift+H' }) });
 * ```
 */
export function card({ shortcut = 'Ctrl+Shift+H' }: CardOptions = {}): Prompt {
  return {
    name: 'card',
    load,
    show: (offer, form, environment) =>
      new Observable((subscriber) => {
        const draw = (file: { readonly showCard: typeof showCard }) => {
          if (!subscriber.closed) file.showCard(subscriber, { offer, form, environment, shortcut });
        };
        load()
          .then(draw)
          .catch((thrown: unknown) => subscriber.error(thrown));
      }),
  };
}

/** What a card is made of is a file of its own, loaded when the page is idle. */
const load = () => import('./showCard.js');
