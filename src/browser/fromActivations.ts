import type { Milliseconds } from '../types.js';
import type { Pressing } from './fromPresses.js';
import type { Host } from './Host.js';

/** A click this soon after a key or pointer is that one's own. */
const JOINED_MS: Milliseconds = 1000;
/** An assistive technology's click on a label is passed on to its field within this. */
const PASSED_ON_MS: Milliseconds = 50;

const TYPES = ['keydown', 'keyup', 'pointerdown', 'pointerup', 'click'];

/** The last thing the visitor did: a click without a pointer's count of its own comes of it. */
interface Cause {
  readonly time: Milliseconds;
  /** How long a click may come of it. */
  readonly joinedMs: Milliseconds;
  /** Enter or Space, as far as no click has come of it yet. */
  readonly activates: boolean;
}

/**
 * Presses of Enter, Space and assistive technologies, known by their click: `detail` is 0, no
 * pointer came before it, and of a key that is held only the first counts. An Enter in a field
 * that submits its form presses the form's button.
 *
 * ```text
 * Enter: keydown ─▶ click      Space: keydown, keyup ─▶ click      assistive: click
 * label: pointerup ─▶ click ─▶ click on the field, of the same pointer
 * ```
 *
 * @returns the removal
 */
export function fromActivations(
  { on, accepts, isHeard, timeOf }: Host,
  next: (pressing: Pressing) => void,
): () => void {
  let last: Cause | undefined;
  const remember = (time: Milliseconds, activates: boolean, joinedMs = JOINED_MS) => {
    last = { time, activates, joinedMs };
  };

  const onClick = (event: MouseEvent, time: Milliseconds) => {
    const cause = last && time - last.time < last.joinedMs ? last : undefined;
    if (event.detail !== 0) {
      remember(time, false);
    } else if (!cause) {
      remember(time, false, PASSED_ON_MS);
      next({ event, pointer: 'assistive', time });
    } else if (cause.activates) {
      remember(cause.time, false);
      next({ event, pointer: 'keyboard', time: cause.time });
    }
  };

  const onEvent = (event: Event) => {
    // A pointer only excuses the click that comes of it: whose it is, that click will tell.
    if (!(event.type.startsWith('pointer') ? isHeard : accepts)(event)) return;
    const time = timeOf(event);
    if (event.type === 'click') onClick(event as MouseEvent, time);
    else if (event.type !== 'keyup') remember(time, isEnter(event as KeyboardEvent));
    // Space activates when it is let go; a key that is let go otherwise does nothing.
    else if ((event as KeyboardEvent).key === ' ') remember(time, true);
  };

  return on(TYPES, onEvent);
}

function isEnter({ type, key, repeat }: KeyboardEvent): boolean {
  return type === 'keydown' && key === 'Enter' && !repeat;
}
