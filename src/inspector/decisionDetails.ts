import type { Decision, Gate } from '../types.js';
import { failedFirst } from './describeDecision.js';
import type { Elements } from './elements.js';
import { facts } from './facts.js';
import { toPercent } from './numbers.js';
import { toLevel } from './toThresholds.js';

/** Everything about one decision: its facts, its offer, and each gate with what was measured. */
export function decisionDetails(make: Elements, decision: Decision): readonly Node[] {
  const { html } = make;
  const { gates, shown } = decision;
  const failed = gates.filter(({ passed }) => !passed).length;
  const title = shown ? 'Why it was shown' : 'Why it was not shown';
  return [
    facts(make, toFacts(decision)),
    html('h4', '', title, html('span', 'muted', `${failed} of ${gates.length} gates failed`)),
    html('ul', 'gates', ...failedFirst(gates).map((gate) => gateRow(make, gate))),
  ];
}

function toFacts(decision: Decision): readonly (readonly [string, string])[] {
  const { action, shown, arm, propensity, threshold, risk, offer, modelVersion } = decision;
  const help = offer && (offer.articles[0]?.title ?? offer.handoff?.label ?? offer.kind);
  return [
    ['action', `${action}, ${shown ? 'shown' : 'not shown'}`],
    ['arm', arm],
    ['propensity', propensity.toFixed(3)],
    ['risk', `${toPercent(risk.probability)}, card threshold ${toLevel(threshold)}`],
    ...(risk.task
      ? [['task', `${risk.task.id}, ${toPercent(risk.task.probability)}`] as const]
      : []),
    ...(help ? [['offer', help] as const] : []),
    ...(offer && offer.reasons.length > 0 ? [['because', offer.reasons.join('; ')] as const] : []),
    ['model', modelVersion],
  ];
}

function gateRow({ html, svg, path }: Elements, { name, passed, reason }: Gate): HTMLElement {
  const mark = svg(
    '0 0 12 12',
    'mark',
    path('', passed ? 'M2.5 6.5 5 9l4.5-6' : 'M3 3l6 6M9 3l-6 6'),
  );
  // The mark in words, for those who do not see it.
  const spoken = html('span', 'spoken', passed ? 'passed: ' : 'failed: ');
  return html(
    'li',
    passed ? 'passed' : 'failed',
    mark,
    html('b', '', spoken, name),
    html('span', 'muted', reason),
  );
}
