import { hasShape } from '../tools/hasShape.js';
import { isPlainData } from '../tools/isPlainData.js';
import type { DecisionRecord } from '../types.js';

/** Whether a stored row is a decision that reports can count. */
export function isDecisionRecord(row: unknown): row is DecisionRecord {
  return (
    hasShape(row, {
      id: 'string',
      at: 'number',
      action: 'string',
      shown: 'boolean',
      propensity: 'number',
      arm: 'string',
      predicted: 'object',
      groups: 'array',
      modelVersion: 'string',
      kind: 'string?',
      label: 'number?',
      censored: 'boolean',
    }) && isPlainData(row)
  );
}
