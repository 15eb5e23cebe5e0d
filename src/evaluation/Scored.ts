import type { Label } from '../types.js';

/** A probability that was said before its label was known. */
export interface Scored {
  /** In [0, 1]. */
  readonly probability: number;
  readonly y: Label;
}
