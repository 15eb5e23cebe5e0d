import { Observable } from 'rxjs';
import type { Exit, Milliseconds } from '../types.js';
import type { Host } from './Host.js';
import { addListener } from './listen.js';

/** A pointer that is fast was last seen this far below the edge. */
const EDGE_PX = 20;
/** A context menu is open for this long at most, and often reaches out of the page. */
const MENU_MS: Milliseconds = 10_000;

const TYPES = ['mouseout', 'mouseover', 'contextmenu', 'pointerdown'];

/** The pointer's ways out of the page through the top, and back. Only the page's border has nothing beyond it. */
export function fromExits({ window, report, accepts, timeOf }: Host): Observable<Exit> {
  return new Observable<Exit>((subscriber) => {
    let menuAt: Milliseconds = -Infinity;

    const onEvent = (event: Event) => {
      const { type, relatedTarget, clientY, buttons } = event as MouseEvent;
      if (relatedTarget || !accepts(event)) return;
      const time = timeOf(event);
      if (type === 'contextmenu') menuAt = time;
      else if (type === 'pointerdown') menuAt = -Infinity;
      else if (type === 'mouseover') subscriber.next({ time, kind: 'back' });
      else if (clientY < EDGE_PX && buttons === 0 && time - menuAt > MENU_MS)
        subscriber.next({ time, kind: 'left' });
    };

    return addListener(window, TYPES, onEvent, report);
  });
}
