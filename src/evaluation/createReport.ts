import type { DecisionRecord, Label, ModelReport, Report } from '../types.js';
import { brierScore } from './brierScore.js';
import { calibrationError } from './calibrationError.js';
import { calibrationSlope } from './calibrationSlope.js';
import { endings } from './endings.js';
import { fairness } from './fairness.js';
import { groups } from './groups.js';
import { logLoss } from './logLoss.js';
import { rocAuc } from './rocAuc.js';
import { survivorship } from './survivorship.js';
import { uplift } from './uplift.js';

type Labelled = DecisionRecord & { readonly label: Label };

/**
 * Sums up the log of one visitor: how good each model was on what became known, whether prompting
 * helped, and for whom.
 *
 * Only labels that were not censored judge a model. On one device all sessions are in one arm, so
 * uplift needs the logs of many visitors; see `uplift`.
 *
 * @param weights - each expert's share now, by name; `hedge`, the mixture itself, has 1
 */
export function createReport(
  records: readonly DecisionRecord[],
  weights: Readonly<Record<string, number>>,
): Report {
  const labelled = records.filter(
    (record): record is Labelled => record.label !== undefined && !record.censored,
  );
  const names = [...new Set(labelled.flatMap(({ predicted }) => Object.keys(predicted)))];
  return {
    decisions: records.length,
    labelled: labelled.length,
    censored: records.filter(({ censored }) => censored).length,
    shown: records.filter(({ shown }) => shown).length,
    models: Object.fromEntries(
      names.map((name) => [
        name,
        reportModel(labelled, name, weights[name] ?? (name === 'hedge' ? 1 : 0)),
      ]),
    ),
    uplift: uplift(endings(records)),
    groups: groups(records),
    maxMinFpr: fairness(records).maxMinFpr,
    survivorship: survivorship(records),
  };
}

function reportModel(labelled: readonly Labelled[], name: string, weight: number): ModelReport {
  const scored = labelled.flatMap(({ predicted, label }) => {
    const probability = predicted[name];
    return probability === undefined ? [] : [{ probability, y: label }];
  });
  return {
    n: scored.length,
    logLoss: logLoss(scored),
    brierScore: brierScore(scored),
    calibrationError: calibrationError(scored),
    calibrationSlope: calibrationSlope(scored),
    rocAuc: rocAuc(scored),
    weight,
  };
}
