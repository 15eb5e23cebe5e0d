import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';

export interface Deadline {
  /** Comes in this time, and not at the time that was set before. */
  readonly putOff: (ms: Milliseconds) => void;
  readonly clear: () => void;
}

/** Timers may come a little before their time. */
const EARLY_MS: Milliseconds = 30;

/**
 * A time that each event of many puts off: that costs an assignment, where a timer that is called
 * off and set anew costs the setting, and its place in the queue until it would have come.
 */
export function deadline({ window, later }: Host, fn: () => void): Deadline {
  let dueAt: Milliseconds = 0;
  let cancel: (() => void) | undefined;

  const onTime = () => {
    cancel = undefined;
    const leftMs = dueAt - window.performance.now();
    if (leftMs > EARLY_MS) cancel = later(leftMs, onTime);
    else fn();
  };

  return {
    putOff: (ms) => {
      dueAt = window.performance.now() + ms;
      cancel ??= later(ms, onTime);
    },
    clear: () => {
      cancel?.();
      cancel = undefined;
    },
  };
}
