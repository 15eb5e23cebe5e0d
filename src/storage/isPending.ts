import { hasShape } from '../tools/hasShape.js';
import { isPlainData } from '../tools/isPlainData.js';
import type { Pending } from '../types.js';

/** Whether a stored row is a prediction that can be settled and learned from. */
export function isPending(row: unknown): row is Pending {
  return (
    hasShape(row, {
      id: 'string',
      at: 'number',
      decisionTime: 'number',
      horizonMs: 'number',
      x: 'array',
      slots: 'array?',
      task: 'string?',
      predicted: 'object',
      action: 'string',
      shown: 'boolean',
      propensity: 'number',
      arm: 'string',
      modelVersion: 'string',
      groups: 'array',
      progressed: 'boolean',
      nth: 'number?',
      activeAt: 'number?',
      leftAt: 'number?',
      prompted: 'boolean?',
    }) &&
    areNumbers(row['x'] as unknown[]) &&
    areNumbers((row['slots'] as unknown[] | undefined) ?? []) &&
    areNumbers(Object.values(row['predicted'] as object)) &&
    isPlainData(row)
  );
}

function areNumbers(values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === 'number');
}
