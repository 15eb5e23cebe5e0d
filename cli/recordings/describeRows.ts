import type { EvaluationRow } from '../../src/evaluation/index.js';

type Row = EvaluationRow & { readonly accuracy?: number };

interface Column {
  readonly head: string;
  readonly of: (row: Row) => string;
}

const COLUMNS: readonly Column[] = [
  { head: 'model', of: ({ model }) => model },
  { head: 'AUC', of: ({ auc }) => fixed(auc) },
  { head: 'PR-AUC', of: ({ prAuc }) => fixed(prAuc) },
  { head: 'log loss', of: ({ logLoss }) => fixed(logLoss) },
  { head: 'Brier', of: ({ brier }) => fixed(brier) },
  { head: 'ECE', of: ({ ece }) => fixed(ece) },
  { head: 'precision', of: ({ alert }) => fixed(alert.precision) },
  { head: 'recall', of: ({ alert }) => fixed(alert.recall) },
  { head: 'lead', of: ({ alert }) => seconds(alert.medianLeadMs) },
];
const ACCURACY: Column = { head: 'accuracy', of: ({ accuracy = NaN }) => fixed(accuracy) };

/** The rows as a table for people, with what its columns say. */
export function describeRows(rows: readonly Row[]): string {
  const [first] = rows;
  if (!first) return '';
  const { n, positives, alert, microsPerEvent } = first;
  const isTimed = rows.some((row) => row.alert.medianLeadMs > 0);
  const columns = [
    ...COLUMNS.filter(({ head }) => isTimed || head !== 'lead'),
    ...(first.accuracy === undefined ? [] : [ACCURACY]),
  ];
  const cells = [
    columns.map(({ head }) => head),
    ...rows.map((row) => columns.map(({ of }) => of(row))),
  ];
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]!.length)));
  const lines = cells.map((line) =>
    line
      .map((cell, index) => (index ? cell.padStart(widths[index]!) : cell.padEnd(widths[0]!)))
      .join('  '),
  );
  const cost = Number.isFinite(microsPerEvent) ? `, ${microsPerEvent.toFixed(1)} µs an event` : '';
  const share = Math.round(100 * alert.budget);
  return [
    `${n} predictions, ${positives} of them of what ended badly (${fixed(positives / n)})${cost}`,
    '',
    ...lines,
    '',
    `precision and recall${isTimed ? ', and the median lead before the end,' : ''} when the ${share} % at the highest risk are alerted;`,
    'hedge is the mixture that is used; AUC of a coin is .500, PR-AUC of a coin is the share above',
    '',
  ].join('\n');
}

/** `.734`, as such tables have it. */
function fixed(value: number): string {
  return Number.isFinite(value) ? value.toFixed(3).replace(/^0\./, '.') : '–';
}

function seconds(ms: number): string {
  return Number.isFinite(ms) ? `${Math.round(ms / 1000)} s` : '–';
}
