import type { DecisionRecord } from '../../src/types.js';

/** The log of one device: everything that a report is made from. */
export interface Device {
  readonly name: string;
  /** In the order of time. */
  readonly records: readonly DecisionRecord[];
}
