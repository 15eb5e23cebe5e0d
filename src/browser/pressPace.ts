import type { Milliseconds } from '../types.js';

/**
 * Presses that are looked back at, the time within which they all came, and how many of them went
 * somewhere else than the one before. A hand takes a fifth of a second at least from one thing to
 * the next (Fitts' law): seven in a second are not aimed.
 */
const PRESSES = 7;
const WITHIN_MS: Milliseconds = 1000;
const MIN_JUMPS = 4;
/** It goes on until nobody pressed for this long, or as many presses stayed where they were. */
const REST_MS: Milliseconds = 300;
const STAYING = 4;
/** Of presses that are drummed, one in this time stands for all. */
const KEPT_MS: Milliseconds = 4000;

/** How fast the visitor presses. */
export interface PressPace {
  /** Whether a click, a change of focus or an event of a pointer is of a press that nobody has to look at. */
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
  /** Presses since the last one that went somewhere else. */
  let stayed = 0;
  let isSkipping = false;

  const isDrumming = () => drummedAt === pressedAt;
  const begins = (at: Milliseconds) =>
    recent.length === PRESSES &&
    at - recent[0]![0] <= WITHIN_MS &&
    recent.filter(([, isJump]) => isJump).length >= MIN_JUMPS;

  const note = ({ target, timeStamp: at }: Event) => {
    const isJump = target !== pressed?.deref();
    stayed = isJump ? 0 : stayed + 1;
    recent.push([at, isJump]);
    if (recent.length > PRESSES) recent.shift();
    const goesOn = at - pressedAt < REST_MS && stayed < STAYING;
    const isOn = isDrumming() ? goesOn : begins(at);
    if (isOn) drummedAt = at;
    if (isJump) pressed = new WeakRef(target!);
    pressedAt = at;
    // The first one ends the watch of those before it, whenever it began before.
    isSkipping = isOn && at - keptAt < KEPT_MS;
    if (!isOn) keptAt = -Infinity;
    else if (!isSkipping) keptAt = at;
  };

  return {
    isSkipped: (event) => {
      const { type } = event;
      if (type === 'pointerdown' && event.isTrusted) note(event);
      if (!isSkipping) return false;
      // A press moves the focus at once; later it is somebody else's doing.
      if (type.startsWith('focus')) return event.timeStamp - pressedAt < REST_MS;
      // A click without a count is a key's or an assistive technology's.
      return type !== 'click' || (event as UIEvent).detail !== 0;
    },
    isDrumming,
    drummedAt: () => drummedAt,
  };
}

const paces = new WeakMap<Window, PressPace>();

/** One for each window, whoever asks: an event is told to it once. */
export function paceOf(window: Window): PressPace {
  const pace = paces.get(window) ?? pressPace();
  paces.set(window, pace);
  return pace;
}
