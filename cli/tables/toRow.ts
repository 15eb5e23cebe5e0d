import {
  alertQuality,
  brierScore,
  calibrationError,
  logLoss,
  prAuc,
  rocAuc,
  type EvaluationRow,
  type Scored,
} from '../../src/evaluation/index.js';

/** As for recordings, and how often the likelier answer was right, as such streams are judged. */
export interface CaseRow extends EvaluationRow {
  readonly accuracy: number;
}

/** Share of the cases that may be alerted. */
const BUDGET = 0.1;

/**
 * How good one model was on cases of which each stands for itself: there is no time to lead.
 *
 * @param microsPerEvent - `NaN` where nobody measured it
 */
export function toRow(model: string, scored: readonly Scored[], microsPerEvent: number): CaseRow {
  const right = scored.filter(({ probability, y }) => probability >= 0.5 === (y === 1));
  return {
    model,
    n: scored.length,
    positives: scored.filter(({ y }) => y === 1).length,
    auc: rocAuc(scored),
    prAuc: prAuc(scored),
    logLoss: logLoss(scored),
    brier: brierScore(scored),
    ece: calibrationError(scored),
    alert: alertQuality(
      scored.map(({ probability, y }) => ({ y, endMs: 0, moments: [{ probability, time: 0 }] })),
      BUDGET,
    ),
    microsPerEvent,
    accuracy: right.length / scored.length,
  };
}
