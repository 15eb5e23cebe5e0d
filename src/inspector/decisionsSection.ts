import type { Decision } from '../types.js';
import type { Log } from './createLog.js';
import { decisionDetails } from './decisionDetails.js';
import { describeDecision } from './describeDecision.js';
import type { Elements } from './elements.js';
import { foldable } from './foldable.js';
import { newestFirst } from './newestFirst.js';
import { toPercent } from './numbers.js';
import type { Section } from './Section.js';
import { setText } from './setText.js';
import { timeAgo } from './timeAgo.js';

/** The last decisions, newest first; each opens to all that spoke for and against it. */
export function decisionsSection(make: Elements, { decisions, shown }: Log): Section {
  const list = newestFirst(make, {
    items: decisions.items,
    toRow: (decision) => decisionRow(make, decision),
    empty: 'No decisions yet. The first comes when a burst of activity ends.',
  });
  return foldable(make, {
    title: 'Decisions',
    note: () => (shown.items.length > 0 ? `${shown.items.length} shown` : ''),
    content: list.nodes,
    draw: list.draw,
  });
}

function decisionRow(make: Elements, decision: Decision): Section {
  const { html, on } = make;
  const { title, tone, reason } = describeDecision(decision);
  const age = html('span', 'age');
  const fold = html(
    'details',
    'decision',
    html(
      'summary',
      '',
      html(
        'div',
        'line',
        html('span', `chip ${tone}`, title),
        html('span', 'value', `risk ${toPercent(decision.risk.probability)}`),
        age,
      ),
      html('div', 'muted', reason),
    ),
  );
  // Most are never opened: what is inside is made when it is first asked for.
  on(fold, 'toggle', () => {
    if (fold.open && fold.children.length === 1) fold.append(...decisionDetails(make, decision));
  });
  return {
    root: html('li', '', fold),
    draw: (now) => setText(age, timeAgo(now - decision.time)),
  };
}
