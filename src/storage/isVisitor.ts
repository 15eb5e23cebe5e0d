import { hasShape } from '../tools/hasShape.js';
import { isPlainData } from '../tools/isPlainData.js';
import type { Visitor } from '../types.js';

/** Whether a stored visitor's budgets and answers can be relied on. */
export function isVisitor(value: unknown): value is Visitor {
  return (
    hasShape(value, {
      id: 'number',
      firstSeenAt: 'number',
      session: 'object',
      shownAt: 'array',
      quietUntil: 'number',
      never: 'boolean',
      acceptance: 'object',
    }) &&
    hasShape(value['session'], {
      startedAt: 'number',
      lastSeenAt: 'number',
      shown: 'number',
      perTask: 'object',
      closed: 'boolean',
    }) &&
    Object.values(value['acceptance'] as object).every((pair) =>
      hasShape(pair, { offered: 'number', accepted: 'number' }),
    ) &&
    isPlainData(value)
  );
}
