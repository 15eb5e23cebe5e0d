import type { Report } from '../guard.js';
import type { Clock, Milliseconds } from '../types.js';
import type { NativeDom } from './nativeDom.js';

/** What every source of this folder needs of the page. */
export interface Host {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly dom: NativeDom;
  readonly clock: Clock;
  readonly report: Report;
  /** Whether an event is the visitor's own, and not ours or a script's. */
  accepts(event: Event): boolean;
  /** When an event happened. */
  timeOf(event: Event): Milliseconds;
}
