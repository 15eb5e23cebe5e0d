import type { DecisionRecord, GroupReport } from '../types.js';

/**
 * Counts decisions by group, so that it shows who gets help, who is bothered and who is missed. A
 * decision counts in each of its groups.
 */
export function groups(records: readonly DecisionRecord[]): Record<string, GroupReport> {
  const names = [...new Set(records.flatMap((record) => record.groups))].sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      countGroup(records.filter((record) => record.groups.includes(name))),
    ]),
  );
}

function countGroup(records: readonly DecisionRecord[]): GroupReport {
  const labelled = records.filter(({ label, censored }) => label !== undefined && !censored);
  return {
    decisions: records.length,
    shown: records.filter(({ shown }) => shown).length,
    positives: labelled.filter(({ label }) => label === 1).length,
    labelled: labelled.length,
    falsePositiveRate: bothered(labelled.filter(({ label }) => label === 0)),
    truePositiveRate: bothered(labelled.filter(({ label }) => label === 1)),
  };
}

function bothered(records: readonly DecisionRecord[]): number {
  return records.filter(({ action }) => action !== 'none').length / records.length;
}
