import type { Report } from '../guard.js';
import type { Inspected, Known, Log } from './createLog.js';
import { describeOutcome } from './describeOutcome.js';
import type { Elements } from './elements.js';
import { foldable } from './foldable.js';
import { newestFirst } from './newestFirst.js';
import { reportSummary } from './reportSummary.js';
import type { Section } from './Section.js';
import { setText } from './setText.js';
import { timeAgo } from './timeAgo.js';

export interface OutcomesOptions {
  readonly assistant: Pick<Inspected, 'report'>;
  readonly report: Report;
  readonly onChange: () => void;
}

/** What came of decisions, what the models learned from it, and how good they are by now. */
export function outcomesSection(make: Elements, log: Log, options: OutcomesOptions): Section {
  const { items } = log.outcomes;
  const summary = reportSummary(make, options);
  const list = newestFirst(make, {
    items,
    toRow: (known) => outcomeRow(make, known),
    empty: 'Nothing learned on this page yet. A label takes about a minute to come.',
  });
  return foldable(make, {
    title: 'Learned',
    note: () => {
      const learned = items.filter(({ outcome }) => outcome.label !== undefined).length;
      return learned > 0 ? `${learned} on this page` : '';
    },
    content: [summary.root, ...list.nodes],
    draw: (now) => {
      summary.draw(now, items.at(-1)?.time, log.since);
      list.draw(now);
    },
  });
}

function outcomeRow({ html }: Elements, { time, outcome }: Known): Section {
  const { text, tone } = describeOutcome(outcome);
  const age = html('span', 'age');
  const root = html(
    'li',
    '',
    html('div', 'line', html('span', `chip ${tone}`, outcome.kind), html('span', '', text), age),
  );
  return { root, draw: (now) => setText(age, timeAgo(now - time)) };
}
