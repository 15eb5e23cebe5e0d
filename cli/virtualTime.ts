import { asyncScheduler, VirtualTimeScheduler, type Subscription } from 'rxjs';
import type { Milliseconds, WallTime } from '../src/types.js';

/** A clock that only moves when it is told to, for everything that waits. */
export interface VirtualTime {
  now(): WallTime;
  setTimeout(fn: () => void, ms: Milliseconds): Subscription;
  /** Goes on to a time: whatever is due until then happens in its order, each with its promises. */
  advanceTo(time: WallTime): Promise<void>;
  /** Gives RxJS its own time back. Safe to call twice. */
  end(): void;
}

/**
 * Takes over RxJS's default scheduler, so that `timer()`, `debounceTime()` and the like wait in
 * recorded time. There is one such scheduler in a process: end one before the next begins.
 *
 * @param start - the time it is at first
 */
export function virtualTime(start: WallTime): VirtualTime {
  const virtual = new VirtualTimeScheduler();
  virtual.frame = start;
  const { now } = asyncScheduler;
  asyncScheduler.now = () => virtual.frame;
  asyncScheduler.schedule = (work, delay, state) => virtual.schedule(work, delay, state);

  return {
    now: () => virtual.frame,
    setTimeout: (fn, ms) => virtual.schedule(() => fn(), Math.max(0, ms)),
    advanceTo: async (time) => {
      await settled();
      for (;;) {
        const next = virtual.actions[0];
        if (!next || next.delay > time) break;
        virtual.maxFrames = next.delay;
        virtual.flush();
        await settled();
      }
      virtual.frame = Math.max(virtual.frame, time);
    },
    end: () => {
      asyncScheduler.now = now;
      // Its own method is on the prototype.
      Reflect.deleteProperty(asyncScheduler, 'schedule');
    },
  };
}

/** After all promises that can go on without waiting have done so. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
