import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';

/** What the visitor scrolls with: a wheel or finger. */
export interface ScrollAids {
  /** Listens until the returned function is called. */
  readonly open: () => () => void;
  /** When it was last moved, as events have it; −∞ when it was not. */
  readonly at: () => Milliseconds;
  /** Where it was then, or up to {@link NOTE_MS} before; nowhere once that is gone. */
  readonly place: () => EventTarget | undefined;
}

/** The hand scrolls on as the page moves under it: the place is noted no oftener than this. */
const NOTE_MS: Milliseconds = 100;

/** One listener for all who ask, as these come with every frame: each event costs a few numbers. */
export function scrollAids(on: Host['on']): ScrollAids {
  let at: Milliseconds = -Infinity;
  let notedAt: Milliseconds = -Infinity;
  let place: WeakRef<EventTarget> | undefined;
  let nOpen = 0;
  let remove = () => {};

  const note = ({ timeStamp, target }: Event) => {
    at = timeStamp;
    if (at - notedAt < NOTE_MS) return;
    notedAt = at;
    place = target ? new WeakRef(target) : undefined;
  };

  return {
    open: () => {
      nOpen += 1;
      if (nOpen === 1) remove = on(['wheel', 'touchmove'], note);
      return () => {
        nOpen -= 1;
        if (nOpen === 0) remove();
      };
    },
    at: () => at,
    place: () => place?.deref(),
  };
}
