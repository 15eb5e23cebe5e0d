import type { Scored } from '../../src/evaluation/index.js';
import type { DecisionRecord } from '../../src/types.js';
import { toRow, type CaseRow } from '../tables/toRow.js';

/** How good each model was on what became known on the devices themselves. */
export function evaluateDecisions(
  devices: readonly (readonly DecisionRecord[])[],
): readonly CaseRow[] {
  const scored: Record<string, Scored[]> = {};
  for (const { predicted, label, censored } of devices.flat()) {
    if (label === undefined || censored) continue;
    for (const [name, probability] of Object.entries(predicted))
      (scored[name] ??= []).push({ probability, y: label });
  }
  return Object.entries(scored).map(([name, all]) => toRow(name, all, NaN));
}
