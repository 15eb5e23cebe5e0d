import type { Decision, Milliseconds, Route, Signal } from '../../src/types.js';

/** Something the SDK said, at its time since the recording began. */
export type Said =
  | { readonly kind: 'signal'; readonly atMs: Milliseconds; readonly signal: Signal }
  | { readonly kind: 'decision'; readonly atMs: Milliseconds; readonly decision: Decision }
  | { readonly kind: 'route'; readonly atMs: Milliseconds; readonly route: Route };

/** What became of one recording. */
export interface Replayed {
  readonly said: readonly Said[];
  readonly durationMs: Milliseconds;
  readonly pages: number;
  readonly presses: number;
  /** What the SDK complained of, each once. */
  readonly complaints: readonly string[];
}
