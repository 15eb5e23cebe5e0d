import { Subscription, timer } from 'rxjs';
import { consume, guardAsync, type Report } from '../guard.js';
import type { Clock, DecisionRecord, Pending, WallTime } from '../types.js';
import { openQueue } from './openQueue.js';
import { CENSORED } from './settle.js';
import { toSettled, type Settled } from './toSettled.js';
import type { VisitEvent } from './VisitEvent.js';

/** The part of the store that is needed here. */
export interface OutcomeStore {
  pending(): Promise<Pending[]>;
  putPending(pending: readonly Pending[]): Promise<void>;
  settle(records: readonly DecisionRecord[]): Promise<string[]>;
}

export interface CreateOutcomesOptions {
  store: OutcomeStore;
  clock: Clock;
  report: Report;
  /** Told of each prediction once, in whichever tab settled it. */
  onSettled: (settled: Settled[]) => void;
}

export interface Outcomes {
  /** Takes up the predictions that earlier visits left open, and settles those that time has. */
  restore(): Promise<void>;
  /** Waits for the outcome of a prediction, in this visit and if need be in the next. */
  add(pending: Pending): void;
  observe(event: Omit<VisitEvent, 'at'>): void;
  /** Writes what has changed. Issues the write before it returns, so `pagehide` may call it. */
  flush(): Promise<void>;
  /** Drops all that is open: the visitor has erased what was kept. */
  forget(): void;
  /** Ends the watch; what this page has open is censored. Safe to call twice. */
  stop(): void;
}

/** Longest wait that a browser's timer can take. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Finds out what came of predictions: holds them until their visitor, or time, has decided.
 *
 * ```text
 *   add ────┐           ┌── changed ──▶ store.putPending, at flush
 *           ├─▶ queue ──┤
 *   restore ┘     ▲     └── settled ──▶ store.settle ──▶ onSettled, unless another tab was first
 *   observe, timer┘
 * ```
 */
export function createOutcomes(options: CreateOutcomesOptions): Outcomes {
  const { store, clock, report, onSettled } = options;
  const queue = openQueue();
  // While the store is being read; what happens meanwhile concerns what is in it, too.
  let missed: VisitEvent[] | undefined;
  let stopped = false;
  let due: WallTime = Infinity;
  let alarm = Subscription.EMPTY;

  const quietly = (fn: () => unknown) => guardAsync(report, 'internal', fn);

  const finish = (settled: readonly Settled[]) => {
    if (settled.length === 0) return;
    quietly(async () => {
      const ids = await store.settle(settled.map(({ record }) => record));
      const ours = settled.filter(({ record }) => ids.includes(record.id));
      if (ours.length > 0) onSettled(ours);
    });
  };

  const review = () => {
    finish(queue.takeSettled(clock.wallTime()));
    setAlarm(queue.nextDue());
  };

  const setAlarm = (next: WallTime) => {
    if (next === due) return;
    due = next;
    alarm.unsubscribe();
    if (next === Infinity) return;
    const waitMs = Math.min(Math.max(next - clock.wallTime(), 0), MAX_TIMER_MS);
    alarm = consume(report, 'internal', timer(waitMs), () => {
      due = Infinity;
      review();
    });
  };

  const forget = () => {
    missed = undefined;
    queue.clear();
    setAlarm(Infinity);
  };

  return {
    restore: async () => {
      missed = [];
      const stored = await store.pending();
      // Stopped, or erased meanwhile.
      if (!missed) return;
      queue.restore(stored, missed);
      missed = undefined;
      review();
    },
    add: (pending) => {
      if (stopped) return;
      queue.add(pending);
      quietly(() => store.putPending([pending]));
      review();
    },
    observe: (event) => {
      if (stopped) return;
      const dated = { ...event, at: clock.wallTime() };
      queue.apply(dated);
      missed?.push(dated);
      review();
    },
    flush: async () => {
      const changed = queue.takeChanged();
      if (changed.length > 0) await store.putPending(changed);
    },
    forget,
    stop: () => {
      if (stopped) return;
      stopped = true;
      review();
      finish(queue.takeOwn().map((pending) => toSettled(pending, CENSORED)));
      forget();
    },
  };
}
