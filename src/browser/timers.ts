import { guard, type Report } from '../guard.js';
import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';
import { unzoned } from './unzoned.js';

interface Waiting {
  /** When it is due, on the browser's own clock. */
  readonly at: Milliseconds;
  readonly fn: () => void;
  isOff: boolean;
}

/** Timers may come a little before their time. */
const EARLY_MS: Milliseconds = 1;

/**
 * One timer of the browser's for all that waits: each of its own would be set, and often called
 * off, several times a press, and each that fires is a task.
 */
export function timers(window: Host['window'], report: Report): Host['later'] {
  const set = unzoned(window, 'setTimeout');
  const clear = unzoned(window, 'clearTimeout');
  /** Soonest first, with those that were called off. */
  const waiting: Waiting[] = [];
  let nOn = 0;
  let timer: number | undefined;
  let setFor: Waiting | undefined;

  const disarm = () => {
    if (timer !== undefined) clear.call(window, timer);
    timer = setFor = undefined;
  };

  /** A timer that comes sooner stays: setting it anew costs more than its finding nothing to do. */
  const arm = () => {
    const [first] = waiting;
    if (!first || (setFor && setFor.at <= first.at)) return;
    disarm();
    setFor = first;
    const ms = Math.max(0, first.at - window.performance.now());
    timer = set.call(window, onTime, ms) as unknown as number;
  };

  const onTime = () => {
    const now = window.performance.now() + EARLY_MS;
    const isDue = (each: Waiting) => each === setFor || each.at <= now;
    const due: Waiting[] = [];
    // What it was set for is due, whatever has become of the clock.
    while (waiting[0] && isDue(waiting[0])) due.push(waiting.shift()!);
    timer = setFor = undefined;
    for (const each of due) if (turnOff(each)) guard(report, 'internal', each.fn);
    arm();
  };

  const turnOff = (one: Waiting): boolean => {
    const wasOn = !one.isOff;
    if (wasOn) nOn -= 1;
    one.isOff = true;
    return wasOn;
  };

  return (ms, fn) => {
    const one = { at: window.performance.now() + ms, fn, isOff: false };
    let place = waiting.length;
    while (place > 0 && waiting[place - 1]!.at > one.at) place -= 1;
    waiting.splice(place, 0, one);
    nOn += 1;
    arm();
    return () => {
      if (!turnOff(one) || nOn > 0) return;
      waiting.length = 0;
      disarm();
    };
  };
}
