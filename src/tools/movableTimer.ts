import { asyncScheduler, type Subscription } from 'rxjs';
import type { Milliseconds } from '../types.js';

export interface MovableTimer {
  /** Calls once in this time, and not at the time that was set before. */
  set(ms: Milliseconds): void;
  clear(): void;
}

/**
 * A timer for what is put off again and again, as by each event of a burst: putting it off costs
 * an assignment. Timers of the browser's are set once and, when they come too soon, once more.
 */
export function movableTimer(fn: () => void): MovableTimer {
  let timer: Subscription | undefined;
  let timerAt: Milliseconds = 0;
  let dueAt: Milliseconds = Infinity;
  let isMoved = false;

  const arm = (ms: Milliseconds): void => {
    timer?.unsubscribe();
    isMoved = false;
    timerAt = dueAt;
    timer = asyncScheduler.schedule(onTime, Math.max(0, ms));
  };

  const onTime = (): void => {
    timer = undefined;
    const leftMs = dueAt - asyncScheduler.now();
    if (dueAt === Infinity) return;
    // Unless it was moved it is time, whatever has become of the page's clock.
    if (isMoved && leftMs > 0) return arm(leftMs);
    dueAt = Infinity;
    fn();
  };

  return {
    set: (ms) => {
      dueAt = asyncScheduler.now() + ms;
      isMoved = true;
      if (!timer || dueAt < timerAt) arm(ms);
    },
    clear: () => {
      timer?.unsubscribe();
      timer = undefined;
      dueAt = Infinity;
    },
  };
}
