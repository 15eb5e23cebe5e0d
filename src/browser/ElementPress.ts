import type { Milliseconds, PointerKind, Press } from '../types.js';

/** A press with its element, which stays inside this folder. */
export interface ElementPress {
  readonly press: Press;
  readonly element: Element;
  /** Elements on the way, innermost first. */
  readonly path: readonly Element[];
  /** Where a pointer went down or up, CSS pixels in the viewport. */
  readonly x: number;
  readonly y: number;
}

/** The event that makes a press one. */
export interface Pressing {
  readonly event: MouseEvent;
  readonly pointer: PointerKind;
  /** For a key, the key's, which its click follows. */
  readonly time: Milliseconds;
}
