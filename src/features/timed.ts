import type { Observable, Subscription } from 'rxjs';
import { consume, type Report } from '../guard.js';
import type { Milliseconds } from '../types.js';

/** What happened at some time. */
interface Timed {
  readonly time: Milliseconds;
}

/** Makes a way to listen that passes over what has a time that is no number. */
export function timed(report: Report) {
  return <T extends Timed>(stream$: Observable<T>, next: (value: T) => unknown): Subscription =>
    consume(report, 'internal', stream$, (value) => Number.isFinite(value.time) && next(value));
}
