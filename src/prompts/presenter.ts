import { Subscription } from 'rxjs';
import { isolate, type Report } from '../guard.js';
import type { Offer, Prompt, PromptEnvironment, PromptOutcome } from '../types.js';

export interface PresenterOptions {
  readonly prompt: Prompt;
  readonly environment: (offer: Offer) => PromptEnvironment;
  readonly report: Report;
}

export interface Presenter {
  /** A prompt is on the page now. */
  isOpen(): boolean;
  /**
   * Shows an offer in place of any other.
   *
   * @param onOutcome - called once with what the visitor did; `ignored` when it was taken away
   */
  show(offer: Offer, form: 'badge' | 'card', onOutcome: (outcome: PromptOutcome) => void): void;
  /** Takes an unanswered prompt away. What the visitor has opened stays until they close it. */
  withdraw(): void;
  /** Takes away everything. */
  hide(): void;
}

/** Keeps at most one prompt on the page. */
export function createPresenter({ prompt, environment, report }: PresenterOptions): Presenter {
  let showing: { readonly subscription: Subscription; answered: boolean } | undefined;

  const hide = () => {
    showing?.subscription.unsubscribe();
    showing = undefined;
  };

  const show: Presenter['show'] = (offer, form, onOutcome) => {
    hide();
    const current = { subscription: new Subscription(), answered: false };
    showing = current;
    const answer = (outcome: PromptOutcome) => {
      if (current.answered) return;
      current.answered = true;
      onOutcome(outcome);
    };
    // Added first, so that a prompt that ends at once, or is taken away, still counts.
    current.subscription.add(() => {
      if (showing === current) showing = undefined;
      answer('ignored');
    });
    current.subscription.add(
      isolate(report, 'callback-error', () =>
        prompt.show(offer, form, environment(offer)),
      ).subscribe({
        next: answer,
        complete: () => current.subscription.unsubscribe(),
      }),
    );
  };

  return {
    isOpen: () => showing !== undefined,
    show,
    withdraw: () => {
      if (showing && !showing.answered) hide();
    },
    hide,
  };
}
