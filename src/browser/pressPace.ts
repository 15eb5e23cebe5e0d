import type { Milliseconds } from '../types.js';

/**
 * Presses that are looked back at, the time within which they all came, and how many of them went
 * somewhere else than the one before. A hand takes a fifth of a second at least from one thing to
 * the next (Fitts' law): six a second are not aimed.
 */
const PRESSES = 10;
const WITHIN_MS: Milliseconds = 1500;
const MIN_JUMPS = 6;
/** It goes on until nobody pressed for this long, or as many presses stayed where they were. */
const REST_MS: Milliseconds = 300;
const STAYING = 4;
/** Of presses that are drummed, one in this time stands for all. */
const KEPT_MS: Milliseconds = 2000;

/** How fast the visitor presses. */
export interface PressPace {
  /** Whether a click, or an event of a pointer, is of a press that nobody has to look at. */
  readonly isSkipped: (event: Event) => boolean;
  /** Whether the latest press came too fast to be aimed. */
  readonly isDrumming: () => boolean;
  /** When the latest of such presses came, as events have it; −∞ when none did. */
  readonly drummedAt: () => Milliseconds;
}

/**
 * Tells presses of somebody who looks for something from those of a game, an instrument or a
 * script, which come faster than one thing after another can be aimed at. What each of them does
 * tells nothing about help, and to look into each would cost a page that is busy enough. Quick
 * presses on one and the same thing are none of these.
 */
export function pressPace(): PressPace {
  const recent: [at: Milliseconds, isJump: boolean][] = [];
  let pressed: WeakRef<EventTarget> | undefined;
  let pressedAt: Milliseconds = 0;
  let drummedAt: Milliseconds = -Infinity;
  let keptAt: Milliseconds = -Infinity;
  let isSkipping = false;

  const isDrumming = () => drummedAt === pressedAt;
  const jumps = (n: number) => recent.slice(-n).filter(([, isJump]) => isJump).length;
  const goesOn = (at: Milliseconds) => at - pressedAt < REST_MS && jumps(STAYING);
  const begins = (at: Milliseconds) =>
    recent.length === PRESSES && at - recent[0]![0] <= WITHIN_MS && jumps(PRESSES) >= MIN_JUMPS;

  const note = ({ target, timeStamp: at }: Event) => {
    recent.push([at, target !== pressed?.deref()]);
    if (recent.length > PRESSES) recent.shift();
    if (isDrumming() ? goesOn(at) : begins(at)) drummedAt = at;
    pressed = target ? new WeakRef(target) : undefined;
    pressedAt = at;
    // The first one ends the watch of those before it, whenever it began before.
    if (!isDrumming()) keptAt = -Infinity;
    isSkipping = at - keptAt < KEPT_MS;
    if (isDrumming() && !isSkipping) keptAt = at;
  };

  return {
    isSkipped: (event) => {
      const { type, detail, timeStamp, isTrusted } = event as UIEvent;
      if (type === 'pointerdown' && isTrusted && timeStamp !== pressedAt) note(event);
      // A click without a count is a key's or an assistive technology's.
      return isSkipping && (type !== 'click' || detail !== 0);
    },
    isDrumming,
    drummedAt: () => drummedAt,
  };
}
