import { wilsonInterval } from '../../../src/tools/wilsonInterval.js';
import type { DecisionRecord, OutcomeKind } from '../../../src/types.js';
import { plotRows, type PlotRow } from '../plotRows.js';
import { tag, type Markup } from '../svg.js';
import { percent } from '../words.js';
import { section } from './section.js';

const TICKS = [0, 0.25, 0.5, 0.75, 1];

const KINDS: readonly (readonly [kind: OutcomeKind, words: string])[] = [
  ['success', 'got there'],
  ['continued', 'went on'],
  ['abandoned', 'gave up'],
  ['contacted', 'asked for help'],
  ['accepted', 'took the offer'],
  ['notNow', '“not now”'],
  ['never', '“never”'],
  ['closed', 'closed it'],
  ['ignored', 'left it unanswered'],
];

/** What came of it, in numbers. */
export function outcomesSection(records: readonly DecisionRecord[]): Markup {
  const rows = KINDS.map(([kind, name]): PlotRow => {
    const n = records.filter((record) => record.kind === kind).length;
    const [low, high] = wilsonInterval(n, records.length);
    return {
      name,
      note: `${n}, ${percent(n / records.length)}`,
      value: n / records.length,
      low,
      high,
    };
  }).filter(({ value }) => value > 0);
  if (rows.length === 0) return section('What came of it', 'Nothing is known yet.');
  return section(
    'What came of it',
    'By decision. Who leaves for good and never comes back is missing here: a device learns what became of a visit at the next one.',
    tag(
      'figure',
      {},
      plotRows(rows, { label: 'Outcomes', from: 0, to: 1, ticks: TICKS, describe: percent }),
    ),
  );
}
