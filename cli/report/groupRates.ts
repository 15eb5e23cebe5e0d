import { calibrationError, type Scored } from '../../src/evaluation/index.js';
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
  /** Of what ended well, the share that would be alerted. */
  readonly falseAlarms: Rate;
  /** Of what ended badly, the share that would be alerted. */
  readonly found: Rate;
  readonly ece: number;
}

export interface Rates {
  /** Least risk that is alerted. */
  readonly threshold: number;
  readonly groups: readonly GroupRates[];
}

/** The same alert for everybody: the tenth of all known moments that have the highest risk. */
const BUDGET = 0.1;

/** Rates by group at one common threshold. A decision counts in each of its groups. */
export function groupRates(records: readonly DecisionRecord[]): Rates {
  const known = records.filter(({ label, censored }) => label !== undefined && !censored);
  const risks = known.map(riskOf).sort((a, b) => b - a);
  const threshold = risks[Math.floor(BUDGET * risks.length)] ?? NaN;
  const names = [...new Set(records.flatMap(({ groups }) => groups))].sort();
  return {
    threshold,
    groups: names.map((group) => ratesOf(group, records, known, threshold)),
  };
}

function ratesOf(
  group: string,
  records: readonly DecisionRecord[],
  known: readonly DecisionRecord[],
  threshold: number,
): GroupRates {
  const isIn = ({ groups }: DecisionRecord) => groups.includes(group);
  const mine = known.filter(isIn);
  const rate = (label: number): Rate => {
    const some = mine.filter((record) => record.label === label);
    return { hits: some.filter((each) => riskOf(each) >= threshold).length, of: some.length };
  };
  const all = records.filter(isIn);
  return {
    group,
    decisions: all.length,
    shown: all.filter(({ shown }) => shown).length,
    falseAlarms: rate(0),
    found: rate(1),
    ece: calibrationError(mine.map(toScored)),
  };
}

function toScored(record: DecisionRecord): Scored {
  return { probability: riskOf(record), y: record.label === 1 ? 1 : 0 };
}

function riskOf({ predicted }: DecisionRecord): number {
  return predicted.hedge ?? 0;
}
