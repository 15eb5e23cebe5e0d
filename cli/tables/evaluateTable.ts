import { prequential, type Scored } from '../../src/evaluation/index.js';
import { riskModel, type RiskModel } from '../../src/models/index.js';
import type { Table } from './Table.js';
import { toRow, type CaseRow } from './toRow.js';
import { withNetwork } from './withNetwork.js';

export interface EvaluateTableOptions {
  /** To go on from; it is changed. @defaultValue a new one */
  readonly model?: RiskModel;
  readonly batchSize: number;
  /** Rows that pass before a label is known. */
  readonly delay: number;
  readonly onProgress: (done: number, total: number) => void;
}

/** Predicts, then learns, row by row. Each row is a case of its own, and there is no time to lead. */
export function evaluateTable(table: Table, options: EvaluateTableOptions): readonly CaseRow[] {
  const { batchSize, delay: labelDelay, onProgress } = options;
  const { columns } = table;
  const model = withNetwork(options.model ?? riskModel({ featureNames: columns }), columns.length);
  const scored: Record<string, Scored[]> = {};
  const startedAt = performance.now();
  for (const { step, y, probability, predicted } of prequential(model, table.examples, {
    batchSize,
    labelDelay,
  })) {
    for (const [name, said] of Object.entries({ ...predicted, hedge: probability }))
      (scored[name] ??= []).push({ probability: said, y });
    if (step % 100 === 0) onProgress(step, table.examples.length);
  }
  const microsPerEvent = (1000 * (performance.now() - startedAt)) / table.examples.length;
  return Object.entries(scored).map(([name, all]) => toRow(name, all, microsPerEvent));
}
