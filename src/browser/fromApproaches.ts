import { isMouse } from './fromPointerPresses.js';
import type { Host } from './Host.js';
import { looksOf, toTarget } from './toTarget.js';

/** A finger, an activating key or a button over no control that went down: a press may come of it. */
export interface Approach {
  readonly element: Element;
  readonly path: readonly Element[];
}

/**
 * What may become a press. Pages answer fingers and keys when they go down, before there is a
 * press; a mouse's press of a control is there at once. Returns the removal.
 */
export function fromApproaches(host: Host, next: (approach: Approach) => void): () => void {
  const { on, accepts, elementsOf } = host;
  return on(['pointerdown', 'keydown'], (event) => {
    if (!isApproach(event) || !accepts(event)) return;
    const located = toTarget(event, host);
    // A space or a new line in a text presses nothing.
    if (!located || located.target.control === 'field') return;
    const isMouses = event.type === 'pointerdown' && isMouse(event as PointerEvent);
    if (isMouses && !looksOf(located, host)) return;
    next({ element: located.element, path: elementsOf(event) });
  });
}

function isApproach(event: Event): boolean {
  if (event.type === 'pointerdown') return (event as PointerEvent).button === 0;
  const { key, repeat } = event as KeyboardEvent;
  return (key === 'Enter' || key === ' ') && !repeat;
}
