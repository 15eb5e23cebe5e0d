import { guard, type Report } from '../guard.js';
import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';
import { unzoned } from './unzoned.js';

interface Waiting {
  /** When it is due, on the browser's own clock. */
  readonly at: Milliseconds;
  readonly fn: () => void;
}

/** Timers may come a little before their time. */
const EARLY_MS: Milliseconds = 1;

/**
 * One timer of the browser's for all that waits: each of its own would be set, and often called
 * off, several times a press, and each that fires is a task.
 */
export function timers(window: Host['window'], report: Report): Host['later'] {
  const waiting: Waiting[] = [];
  let timer: number | undefined;
  let setFor: Waiting | undefined;

  const disarm = () => {
    if (timer !== undefined) unzoned(window, 'clearTimeout').call(window, timer);
    timer = setFor = undefined;
  };

  /** A timer that comes sooner stays: setting it anew costs more than its finding nothing to do. */
  const arm = () => {
    const [first] = waiting;
    if (!first || (setFor && setFor.at <= first.at)) return;
    disarm();
    setFor = first;
    const ms = Math.max(0, first.at - window.performance.now());
    timer = unzoned(window, 'setTimeout').call(window, onTime, ms) as unknown as number;
  };

  const onTime = () => {
    const now = window.performance.now() + EARLY_MS;
    // What it was set for is due, whatever has become of the clock.
    const due = waiting.filter((each) => each === setFor || each.at <= now);
    timer = setFor = undefined;
    for (const each of due) if (remove(each)) guard(report, 'internal', each.fn);
    arm();
  };

  const remove = (one: Waiting): boolean => {
    const index = waiting.indexOf(one);
    if (index >= 0) waiting.splice(index, 1);
    return index >= 0;
  };

  return (ms, fn) => {
    const one = { at: window.performance.now() + ms, fn };
    const after = waiting.findIndex(({ at }) => at > one.at);
    waiting.splice(after < 0 ? waiting.length : after, 0, one);
    arm();
    return () => {
      if (remove(one) && waiting.length === 0) disarm();
    };
  };
}
