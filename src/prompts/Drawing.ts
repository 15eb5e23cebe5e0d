import type { Offer, PromptEnvironment, PromptOutcome } from '../types.js';
import type { Make } from './createMake.js';

/** What the visitor can do with a card. */
export interface CardActions {
  /** Shows the card in place of the badge. */
  readonly expand: () => void;
  /** Accepts, and shows the help in the card. */
  readonly open: () => void;
  /** Accepts by a link that the browser follows, and then shows what else there is. */
  readonly follow: () => void;
  /** Accepts, unless that was done, and goes to a person. */
  readonly contact: () => void;
  readonly answer: (outcome: PromptOutcome) => void;
  /** Ends it: as the answer to an offer, or when done with what was opened. */
  readonly close: () => void;
}

/** What each piece of a card is drawn from. */
export interface Drawing {
  readonly offer: Offer;
  readonly environment: PromptEnvironment;
  readonly make: Make;
  readonly actions: CardActions;
}

/** Longest text shown from a title, in UTF-16 units. */
export const MAX_TITLE = 200;
