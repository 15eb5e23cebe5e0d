import { consume } from '../guard.js';
import type { Milliseconds } from '../types.js';
import { fromAnswers, type Answer } from './fromAnswers.js';
import type { ResponseSources } from './Finding.js';
import type { Host } from './Host.js';

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
  const { on, report, timeOf } = host;
  let removals: readonly (() => void)[] = [];

  const onKey = (event: Event) => {
    const { key } = event as KeyboardEvent;
    if (key !== 'Enter' && key !== ' ') onTyped(timeOf(event));
  };

  return {
    isOpen: () => removals.length > 0,
    open: () => {
      if (removals.length > 0) return;
      const answers = consume(report, 'internal', fromAnswers(host, sources), onAnswer);
      removals = [
        () => answers.unsubscribe(),
        on(['pointerup', 'click'], (event) => onAct(event as PointerEvent)),
        on('keydown', onKey),
      ];
    },
    close: () => {
      for (const remove of removals) remove();
      removals = [];
    },
  };
}
