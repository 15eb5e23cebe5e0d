import { filter, type Subscription } from 'rxjs';
import { consume } from '../guard.js';
import type { Milliseconds } from '../types.js';
import { fromAnswers, type Answer } from './fromAnswers.js';
import type { ResponseSources } from './fromResponses.js';
import type { Host } from './Host.js';
import { listen } from './listen.js';

export interface PressEventsOptions {
  readonly onAnswer: (answer: Answer) => void;
  /** A release, or a click, also of a script's. */
  readonly onAct: (event: PointerEvent) => void;
  /** A key that changes or moves something by itself. */
  readonly onTyped: (time: Milliseconds) => void;
}

/** What is listened to while a press waits for its answers. */
export function pressEvents(
  host: Host,
  sources: ResponseSources,
  { onAnswer, onAct, onTyped }: PressEventsOptions,
) {
  const { window, report, timeOf } = host;
  const typed$ = listen<KeyboardEvent>(window, 'keydown', report).pipe(
    filter(({ key }) => key !== 'Enter' && key !== ' '),
  );
  let listening: readonly Subscription[] = [];

  return {
    isOpen: () => listening.length > 0,
    open: () => {
      if (listening.length > 0) return;
      const acts$ = listen<PointerEvent>(window, ['pointerup', 'click'], report);
      listening = [
        consume(report, 'internal', fromAnswers(host, sources), onAnswer),
        consume(report, 'internal', acts$, onAct),
        consume(report, 'internal', typed$, (event) => onTyped(timeOf(event))),
      ];
    },
    close: () => {
      for (const subscription of listening) subscription.unsubscribe();
      listening = [];
    },
  };
}
