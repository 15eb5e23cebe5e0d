import type { FaultId } from './faults.js';

/** A session to be played, as plain data: `demo/recordings/*.json`. */
export interface Recording {
  readonly id: string;
  /** What is broken while it plays. */
  readonly fault: FaultId;
  /** Said when help was offered: what has happened here. */
  readonly ending: string;
  /** Of the other recording, to go on with. */
  readonly next: { readonly id: string; readonly label: string };
  readonly steps: readonly Step[];
}

export type Step =
  /** Words for whoever watches. */
  | { readonly say: string }
  | { readonly pauseMs: number }
  | Move
  /** Presses and lets go where the hand is; how long it holds. */
  | { readonly pressMs: number }
  /** Types into what has the focus: each key and the pause after it, milliseconds. */
  | { readonly keys: readonly (readonly [string, number])[] };

/**
 * A way of the hand to an element, independent of where the two lie on this screen.
 *
 * Each sample is `[ms since the last, along, across]`: along is the share of the straight way that
 * is done, 0 to 1; across is the distance from it as a share of its length, to the right positive.
 */
export interface Move {
  /** `data-test` of the element. */
  readonly to: string;
  /** Where in its box the hand arrives, from 0 to 1. */
  readonly at: readonly [number, number];
  readonly path: readonly (readonly [number, number, number])[];
}
