import { filter, map, merge, type Observable } from 'rxjs';
import type { Host } from './Host.js';
import { listen } from './listen.js';
import { toTarget } from './toTarget.js';

/** A finger or an activating key that went down: a press may come of it. */
export interface Approach {
  readonly element: Element;
  readonly path: readonly Element[];
}

/**
 * What may become a press. Pages answer fingers and keys when they go down, before there is a
 * press; a mouse's press is there at once.
 */
export function fromApproaches(host: Host): Observable<Approach> {
  const { window, report, accepts, elementsOf } = host;
  return merge(
    listen<PointerEvent>(window, 'pointerdown', report).pipe(
      filter(({ pointerType }) => pointerType === 'touch' || pointerType === 'pen'),
    ),
    listen<KeyboardEvent>(window, 'keydown', report).pipe(
      filter(({ key, repeat }) => (key === 'Enter' || key === ' ') && !repeat),
    ),
  ).pipe(
    filter((event) => accepts(event)),
    map((event) => ({ located: toTarget(event, host), path: elementsOf(event) })),
    // A space or a new line in a text presses nothing.
    filter(({ located }) => located !== undefined && located.target.control !== 'field'),
    map(({ located, path }) => ({ element: located!.element, path })),
  );
}
