import { fairness, groups } from '../../src/evaluation/index.js';
import type { DecisionRecord } from '../../src/types.js';

/** A share and what it is a share of. */
export interface Rate {
  readonly hits: number;
  readonly of: number;
}

/** How one group fares: who gets help, who would be bothered, who would be missed. */
export interface GroupRates {
  readonly group: string;
  readonly decisions: number;
  readonly shown: number;
  /** Of what ended well, the share at which help was to be offered. */
  readonly falseAlarms: Rate;
  /** Of what ended badly, the share at which help was to be offered. */
  readonly found: Rate;
  readonly ece: number;
}

/** The rates of `fairness` with the counts behind them, so that their intervals can be drawn. */
export function groupRates(records: readonly DecisionRecord[]): readonly GroupRates[] {
  const rates = fairness(records).groups;
  return Object.entries(groups(records)).map(
    ([group, { decisions, shown, labelled, positives }]) => {
      const { falsePositiveRate, truePositiveRate, calibrationError } = rates[group]!;
      return {
        ...{ group, decisions, shown, ece: calibrationError },
        falseAlarms: toRate(falsePositiveRate, labelled - positives),
        found: toRate(truePositiveRate, positives),
      };
    },
  );
}

function toRate(share: number, of: number): Rate {
  return { hits: of > 0 ? Math.round(share * of) : 0, of };
}
