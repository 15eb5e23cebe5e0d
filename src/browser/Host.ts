import type { Report } from '../guard.js';
import type { Clock, Milliseconds, Target } from '../types.js';
import type { NativeDom } from './nativeDom.js';
import type { PressableLooks } from './Located.js';
import type { PressPace } from './pressPace.js';

/** What every source of this folder needs of the page. */
export interface Host {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  readonly dom: NativeDom;
  readonly clock: Clock;
  readonly report: Report;
  /**
   * Hears events of the window, or of another target, before the page does, but those of presses
   * that nobody has to look at. What is loaded later hears by the same listeners, so that an event is
   * told to us once. Returns the removal.
   */
  readonly on: (
    types: string | readonly string[],
    next: (event: Event) => void,
    target?: EventTarget,
  ) => () => void;
  /** Whether an event is the visitor's own, and not ours or a script's. */
  readonly accepts: (event: Event) => boolean;
  /** How fast the visitor presses. */
  readonly pace: Omit<PressPace, 'isSkipped'>;
  /** Whether it is no script's: all that may be asked of an event that comes with every frame. */
  readonly isHeard: (event: Event) => boolean;
  /** What else a press is meant for, where it is of no control; comes later than the first presses. */
  readonly looks: { find?: PressableLooks };
  /** What the visitor scrolls with. */
  readonly aids: ScrollAids;
  /** Elements an event passes, innermost first. Ask inside the listener: later it is empty. */
  readonly elementsOf: (event: Event) => readonly Element[];
  /** What may be known of an element. */
  readonly describe: (element: Element) => Target;
  /** When an event happened. */
  readonly timeOf: (event: Event) => Milliseconds;
  /** The same for a time of the browser's own clock, as performance entries have it. */
  readonly toTime: (performanceTime: Milliseconds) => Milliseconds;
  /** Calls once, guarded. Returns a function that calls it off. */
  readonly later: (ms: Milliseconds, fn: () => void) => () => void;
}

/** What the visitor scrolls with: a wheel or finger. */
export interface ScrollAids {
  /** Listens until the returned function is called. */
  readonly open: () => () => void;
  /**
   * When it was last moved, as events have it, or as late as it may have been: a time to come while
   * nothing is listened to. −∞ when it was not.
   */
  readonly at: () => Milliseconds;
  /** Where it was then, or up to a tenth of a second before; nowhere once that is gone. */
  readonly place: () => EventTarget | undefined;
}
