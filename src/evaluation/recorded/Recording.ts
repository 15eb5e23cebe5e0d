import type { Label, Milliseconds, WallTime } from '../../types.js';

/**
 * Something that happened in a recorded session: when, what, and what belongs to it.
 *
 * | What | Arguments |
 * |---|---|
 * | `start`, `route` | path |
 * | `click` | x, y — or the control's name and the state that it reached |
 * | `pointerdown`, `pointerup`, `mousedown`, `mouseup`, `mousemove` | x, y; an up without its down is a step of a wheel |
 * | `key` | a `KeyKind` |
 * | `scroll` | pixels |
 * | `edit`, `paste`, `cleared`, `submit`, `refused`, `invalid`, `search` | the field's name, the state of a closed choice |
 * | `error`, `request` | its class |
 * | `signal` | a detector's name, strength |
 *
 * Others are passed over.
 */
export type RecordedEvent = readonly [
  ms: Milliseconds,
  type: string,
  ...args: readonly (string | number | null)[],
];

/** One recorded session of somebody at some task. */
export interface Recording {
  readonly id: string;
  /** Who; personal habits and histories are kept by it. */
  readonly user: string;
  /** 1: it ended badly. */
  readonly label?: Label;
  readonly startMs?: WallTime;
  /** After the first event's clock; where it is missing, the end is not known. */
  readonly endMs?: Milliseconds;
  readonly task?: string;
  /** In the order of time. */
  readonly events: readonly RecordedEvent[];
}
