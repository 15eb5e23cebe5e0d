import type { Milliseconds } from '../types.js';

/** One part of the panel: made once, then brought up to date. */
export interface Section {
  readonly root: HTMLElement;
  readonly draw: (now: Milliseconds) => void;
}
