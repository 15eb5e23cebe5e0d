import type { Label } from '../../src/types.js';

/** Rows of a table as numbers, and what each came to. */
export interface Table {
  /** Names of the columns of `x`. */
  readonly columns: readonly string[];
  readonly examples: readonly { readonly x: Float64Array; readonly y: Label }[];
  /** The value that counts as 1. */
  readonly positive: string;
}
