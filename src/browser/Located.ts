import type { Target } from '../types.js';

/** An event's element and what may be known of it. */
export interface Located {
  readonly element: Element;
  readonly target: Target;
}

/** Finds what else a press was meant for; `undefined` when it was meant for its own element. */
export type PressableLooks = (pressed: Located, event: MouseEvent) => Located | undefined;
