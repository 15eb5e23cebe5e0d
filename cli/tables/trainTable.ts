import { riskModel, type RiskModel } from '../../src/models/index.js';
import type { ModelState } from '../../src/types.js';
import { UsageError } from '../errors.js';
import { evaluateTable, type EvaluateTableOptions } from './evaluateTable.js';
import type { Table } from './Table.js';

/** What was learned of a table: plain JSON, good for tables with the same columns. */
export interface TablePrior {
  readonly model: 'table';
  readonly columns: readonly string[];
  readonly parts: readonly [ModelState];
}

export function trainTable(
  table: Table,
  options: Pick<EvaluateTableOptions, 'batchSize' | 'onProgress'>,
): TablePrior {
  const model = riskModel({ featureNames: table.columns });
  evaluateTable(table, { ...options, model, delay: 0 });
  return { model: 'table', columns: table.columns, parts: [model.getState()] };
}

/** @throws UsageError when it is not of a table with these columns */
export function fromTablePrior(json: unknown, { columns }: Table): RiskModel {
  const { model, parts } = Object(json) as Partial<TablePrior>;
  const [state] = Array.isArray(parts) ? parts : [];
  try {
    if (model !== 'table' || !state) throw new Error('it was not trained on a table');
    return riskModel({ featureNames: columns, prior: state });
  } catch (thrown) {
    throw new UsageError(`--prior: ${(thrown as Error).message}; train it on the same columns`);
  }
}
