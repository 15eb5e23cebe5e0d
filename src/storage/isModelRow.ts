import { hasShape } from '../tools/hasShape.js';
import { isPlainData } from '../tools/isPlainData.js';
import type { ModelRow } from './Tables.js';

/** Whether a slot holds a whole, finite model. What the model means is for its reader to check. */
export function isModelRow(row: unknown): row is ModelRow {
  return (
    hasShape(row, { slot: 'string', generation: 'number' }) &&
    (row['generation'] as number) >= 1 &&
    row['state'] !== undefined &&
    isPlainData(row)
  );
}
