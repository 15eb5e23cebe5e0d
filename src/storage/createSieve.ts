import { BeforehandError } from '../errors.js';
import type { Report } from '../guard.js';

/** Lets good rows through and drops the others. */
export interface Sieve {
  one<Row>(isRow: (row: unknown) => row is Row, row: unknown): Row | undefined;
  all<Row>(isRow: (row: unknown) => row is Row, rows: readonly unknown[]): Row[];
}

/** @param report - told of each row that is dropped */
export function createSieve(report: Report): Sieve {
  const one: Sieve['one'] = (isRow, row) => {
    if (row === undefined || isRow(row)) return row;
    report(new BeforehandError('corrupt-record', 'a record is not what it should be'));
    return undefined;
  };
  return {
    one,
    all: (isRow, rows) => rows.map((row) => one(isRow, row)).filter((row) => row !== undefined),
  };
}
