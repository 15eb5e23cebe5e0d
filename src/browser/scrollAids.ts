import type { Milliseconds } from '../types.js';
import type { Host, ScrollAids } from './Host.js';
import { sparingly } from './sparingly.js';

/** The hand scrolls on as the page moves under it: the place is noted no oftener than this. */
const NOTE_MS: Milliseconds = 100;
/** What goes on for this long without a pause is taken to go on for as long as nothing is heard of it. */
const PAUSE_MS: Milliseconds = 100;
const GOING_ON_MS: Milliseconds = 500;
const UNHEARD_MS: Milliseconds = 2000;

/**
 * One listener for all who ask, as these come with every frame: each event costs a few numbers, and of
 * a long movement one every two seconds is heard. A press or a key ends that, as what the page does then
 * may be its answer.
 */
export function scrollAids({ on, later }: Pick<Host, 'on' | 'later'>): ScrollAids {
  let [at, heardAt, beganAt, notedAt] = [-Infinity, -Infinity, -Infinity, -Infinity];
  let place: WeakRef<EventTarget> | undefined;
  let nOpen = 0;
  let removals: (() => void)[] = [];

  const note = ({ timeStamp, target }: Event) => {
    if (timeStamp - at > PAUSE_MS) beganAt = timeStamp;
    at = heardAt = timeStamp;
    if (at - notedAt >= NOTE_MS) {
      notedAt = at;
      place = target ? new WeakRef(target) : undefined;
    }
    if (at - beganAt < GOING_ON_MS) return undefined;
    at += UNHEARD_MS;
    return UNHEARD_MS;
  };

  const listen = () => {
    removals = [
      sparingly({ on, later }, ['wheel', 'touchmove'], note),
      on(['pointerdown', 'keydown'], wake),
    ];
  };
  const stop = () => removals.forEach((remove) => remove());
  const wake = (event: Event) => {
    if (at <= event.timeStamp) return;
    at = heardAt;
    stop();
    listen();
  };

  return {
    open: () => {
      nOpen += 1;
      if (nOpen === 1) listen();
      return () => {
        nOpen -= 1;
        if (nOpen === 0) stop();
      };
    },
    at: () => at,
    place: () => place?.deref(),
  };
}
