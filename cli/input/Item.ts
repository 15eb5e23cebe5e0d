import type { WallTime } from '../../src/types.js';
import type { RrwebEvent } from '../rrweb/RrwebEvent.js';

/** Where something was read. */
export interface Place {
  readonly file: string;
  /** From 1; absent for a file as a whole. */
  readonly line?: number;
}

/** A visit as rrweb recorded it. */
export interface Session {
  readonly id: string;
  readonly user?: string;
  readonly label?: 0 | 1;
  readonly startMs?: WallTime;
  readonly events: readonly RrwebEvent[];
}

/** One thing that was found in the input, by its content. */
export type Item = Place &
  (
    | { readonly kind: 'session'; readonly session: Session }
    /** A line of recorded actions, as it was found. */
    | { readonly kind: 'recording'; readonly json: unknown }
    /** What `assistant.exportData()` gave. */
    | { readonly kind: 'export'; readonly json: Readonly<Record<string, unknown>> }
    | { readonly kind: 'row'; readonly row: Readonly<Record<string, string>> }
    /** JSON of another kind. */
    | { readonly kind: 'other'; readonly json: unknown }
  );
