import type { DecisionRecord, Pending, Visitor } from '../types.js';

/** A saved model with the generation that guards it against being overwritten by an older tab. */
export interface SavedModel {
  /** Counts up by 1 with each save, from 1. */
  readonly generation: number;
  /** Plain data; whoever reads it validates it. */
  readonly state: unknown;
}

/**
 * Where the SDK keeps what it learned: on this device, for this origin.
 *
 * Methods never reject: a store that loses its database goes on in memory and says so once through
 * the `report` it was made with. A new store is done when it passes `test/contracts/store.ts`.
 */
export interface Store {
  /** False once it is, or has become, memory only. */
  readonly persistent: boolean;

  loadModel(): Promise<SavedModel | undefined>;
  /**
   * Saves unless another tab has saved since, in one transaction.
   *
   * @param basedOn - the generation that was loaded or saved last; 0 for none
   * @returns the new generation, or `undefined` when another tab was first: load, learn again, retry
   */
  saveModel(state: unknown, basedOn: number): Promise<number | undefined>;

  /** Predictions without an outcome, oldest first. */
  pending(): Promise<Pending[]>;
  putPending(pending: readonly Pending[]): Promise<void>;
  /**
   * Takes predictions off the queue because their outcome is known, logging it.
   *
   * @returns the ids that were still there: of several tabs, only one may learn from each
   */
  settle(records: readonly DecisionRecord[]): Promise<string[]>;

  /** The log, oldest first, at most 5 000 and 30 days. */
  decisions(): Promise<DecisionRecord[]>;

  /**
   * Reads and changes the visitor's record in one read-write transaction, so that of several tabs
   * only one can take the last of a budget.
   *
   * @param change - pure; given `undefined` on the first visit; returns the record to keep, or
   * `undefined` to leave it as it is
   * @returns what `change` returned
   */
  updateVisitor(
    change: (visitor: Visitor | undefined) => Visitor | undefined,
  ): Promise<Visitor | undefined>;
  visitor(): Promise<Visitor | undefined>;

  /** Everything that is kept, by store name, JSON-ready. */
  exportAll(): Promise<Record<string, unknown>>;
  /** Deletes the whole database. Safe to call twice; the store stays usable and starts empty. */
  erase(): Promise<void>;
  close(): void;
}
