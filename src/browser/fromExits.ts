import { Observable } from 'rxjs';
import type { Exit, Milliseconds } from '../types.js';
import type { Host } from './Host.js';

/** A pointer that is fast was last seen this far below the edge. */
const EDGE_PX = 20;
/** A context menu is open for this long at most, and often reaches out of the page. */
const MENU_MS: Milliseconds = 10_000;

/** These come at the page's border alone; `mouseout` would come at each element's. */
const CROSSINGS = ['mouseleave', 'mouseenter'];

/** The pointer's ways out of the page through the top, and back. */
export function fromExits({ document, on, accepts, timeOf }: Host): Observable<Exit> {
  return new Observable<Exit>((subscriber) => {
    let menuAt: Milliseconds = -Infinity;
    let page = document.documentElement;

    const onCrossing = (event: Event) => {
      if (!accepts(event)) return;
      const { type, clientY, buttons } = event as MouseEvent;
      const time = timeOf(event);
      if (type === 'mouseenter') subscriber.next({ time, kind: 'back' });
      else if (clientY < EDGE_PX && buttons === 0 && time - menuAt > MENU_MS)
        subscriber.next({ time, kind: 'left' });
    };
    let remove = on(CROSSINGS, onCrossing, page);

    /** `document.open()` makes a new page of it. */
    const follow = () => {
      if (page === document.documentElement) return;
      remove();
      page = document.documentElement;
      remove = on(CROSSINGS, onCrossing, page);
    };

    const stop = on(['contextmenu', 'pointerdown'], (event) => {
      follow();
      if (accepts(event)) menuAt = event.type === 'contextmenu' ? timeOf(event) : -Infinity;
    });
    return () => {
      stop();
      remove();
    };
  });
}
