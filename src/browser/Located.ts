import type { Target } from '../types.js';

/** An event's element and what may be known of it. */
export interface Located {
  readonly element: Element;
  readonly target: Target;
}

/** Finds what else a press was meant for; `undefined` when it was meant for the element itself. */
export type PressableLooks = (element: Element, event: MouseEvent) => Located | undefined;
