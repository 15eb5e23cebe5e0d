import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';
import type { Watched } from './watched.js';

export interface SettlingOptions {
  /** Calls once, unless the watch ends before. */
  readonly wait: (ms: Milliseconds, fn: () => void) => void;
  readonly settle: (press: Watched) => void;
}

/** When doubts end, just before a press counts as dead. */
const SETTLE_MS: Milliseconds = 2350;
/** Those that come this soon after the first are settled with it. */
const TOGETHER_MS: Milliseconds = 150;

/** Settles each press a while after it: one timer for many, as presses may come ten a second. */
export function settling({ clock }: Host, { wait, settle }: SettlingOptions) {
  /** Latest last. */
  const open: Watched[] = [];

  const settleDue = () => {
    const time = clock.now();
    const isLater = ({ press }: Watched) => time - press.time <= SETTLE_MS - TOGETHER_MS;
    const later = open.findIndex(isLater);
    // The first is due, whatever has become of the clock.
    const nDue = later < 0 ? open.length : Math.max(1, later);
    for (const each of open.splice(0, nDue)) settle(each);
    const [next] = open;
    if (next) wait(Math.max(0, next.press.time + SETTLE_MS - time), settleDue);
  };

  return {
    add: (press: Watched) => {
      open.push(press);
      if (open.length === 1) wait(SETTLE_MS, settleDue);
    },
    clear: () => void (open.length = 0),
  };
}
