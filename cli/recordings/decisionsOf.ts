import { isDecisionRecord } from '../../src/storage/isDecisionRecord.js';
import type { DecisionRecord } from '../../src/types.js';

/**
 * The decisions in what `assistant.exportData()` gave.
 *
 * @throws when there is none
 */
export function decisionsOf({ decisions }: Readonly<Record<string, unknown>>): DecisionRecord[] {
  const known = (decisions as readonly unknown[]).filter(isDecisionRecord);
  if (known.length === 0) throw new Error('is an export without a single decision');
  return known;
}
