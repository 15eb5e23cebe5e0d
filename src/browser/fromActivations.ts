import type { Milliseconds } from '../types.js';
import type { Pressing } from './ElementPress.js';
import type { Host } from './Host.js';

/** A click this soon after a key or pointer is that one's own. */
const JOINED_MS: Milliseconds = 1000;
/** An assistive technology's click on a label is passed on to its field within this. */
const PASSED_ON_MS: Milliseconds = 50;

const TYPES = ['keydown', 'keyup', 'pointerdown', 'pointerup', 'click'];

/** The last thing the visitor did: a click without a pointer's count of its own comes of it. */
interface Cause {
  /** On the clock of events: that of the page is read for a press alone. */
  readonly at: Milliseconds;
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
  { on, accepts, isHeard, toTime }: Host,
  next: (pressing: Pressing) => void,
): () => void {
  let last: Cause | undefined;
  const remember = (at: Milliseconds, activates: boolean, joinedMs = JOINED_MS) => {
    last = { at, activates, joinedMs };
  };

  const onClick = (event: MouseEvent) => {
    const { timeStamp: at, detail } = event;
    const cause = last && at - last.at < last.joinedMs ? last : undefined;
    if (detail !== 0) {
      remember(at, false);
    } else if (!cause) {
      remember(at, false, PASSED_ON_MS);
      next({ event, pointer: 'assistive', time: toTime(at) });
    } else if (cause.activates) {
      remember(cause.at, false);
      next({ event, pointer: 'keyboard', time: toTime(cause.at) });
    }
  };

  const onEvent = (event: Event) => {
    const { type, timeStamp } = event;
    // A pointer only excuses the click that comes of it: whose it is, that click will tell.
    if (!(type.startsWith('pointer') ? isHeard : accepts)(event)) return;
    if (type === 'click') onClick(event as MouseEvent);
    else if (type !== 'keyup') remember(timeStamp, isEnter(event as KeyboardEvent));
    // Space activates when it is let go; a key that is let go otherwise does nothing.
    else if ((event as KeyboardEvent).key === ' ') remember(timeStamp, true);
  };

  return on(TYPES, onEvent);
}

function isEnter({ type, key, repeat }: KeyboardEvent): boolean {
  return type === 'keydown' && key === 'Enter' && !repeat;
}
