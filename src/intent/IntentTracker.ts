import type { Observable } from 'rxjs';
import type { Report } from '../guard.js';
import type { Clock, Intent, Milliseconds, Task, TaskHandle } from '../types.js';
import type { TaskEvent } from './taskLife.js';

export interface IntentOptions {
  readonly tasks: readonly Task[];
  readonly location: () => Location;
  readonly document: Document;
  /** An element that matches is visible. */
  isShown(selector: string): boolean;
  readonly report: Report;
  readonly clock: Clock;
}

/** Follows which of the declared tasks the visitor is at, and how far. */
export interface IntentTracker {
  /** The page was loaded or its route changed. */
  onRoute(time: Milliseconds): void;
  /** An element that matches one of {@link selectors} was pressed. */
  onMatch(selector: string, time: Milliseconds): void;
  /** A decision moment: the time to look for what has become visible. */
  onTick(time: Milliseconds): void;
  /** A press or an edited field; the first is the progress of the anonymous task. */
  onInteraction(time: Milliseconds): void;
  /** What the host says by itself. An unknown id is reported once, and its handle does nothing. */
  task(id: string): TaskHandle;
  /** The likeliest task; the anonymous one when none is at least as likely as something else. Pure. */
  current(now: Milliseconds): Intent;
  /** Hot; completes on `stop`. The anonymous task has events only where no task is declared. */
  readonly events$: Observable<TaskEvent>;
  /** Every CSS selector among the patterns, each once. */
  readonly selectors: readonly string[];
  /** Plain data to go on from after a page load. */
  getState(): unknown;
  /**
   * Goes on from a saved state; call it before the first `onRoute`. Tasks no longer declared are
   * forgotten.
   *
   * @returns false, having changed nothing, for what is not a state or is older than 30 min
   */
  setState(state: unknown): boolean;
  stop(): void;
}
