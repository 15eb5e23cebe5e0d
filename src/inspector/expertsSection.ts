import type { Log } from './createLog.js';
import type { Elements } from './elements.js';
import { foldable } from './foldable.js';
import { toPercent, toSigned } from './numbers.js';
import type { Section } from './Section.js';
import { barTable } from './barTable.js';

/** Who is behind the risk, how much each is believed, and which features moved it. */
export function expertsSection(make: Elements, log: Log): Section {
  const { html } = make;
  const weights = barTable(make, { kind: 'plain', heads: ['expert', 'weight', 'says'] });
  const top = barTable(make, { kind: 'signed', heads: ['moved by', 'logits'] });
  const empty = html('p', 'empty', 'No prediction yet. Each expert and its weight come up here.');

  const draw = () => {
    const { models = {}, top: contributions = [] } = log.risk ?? {};
    const experts = Object.entries(models).sort(([, a], [, b]) => b.weight - a.weight);
    weights.draw(
      experts.map(([name, { weight, probability }]) => ({
        name,
        share: weight,
        values: [toPercent(weight), toPercent(probability)],
      })),
    );
    const largest = Math.max(...contributions.map(({ contribution }) => Math.abs(contribution)));
    top.draw(
      contributions.map(({ feature, contribution }) => ({
        name: feature,
        share: contribution / (largest || 1),
        values: [toSigned(contribution)],
      })),
    );
    empty.hidden = experts.length > 0;
  };
  return foldable(make, {
    title: 'Experts',
    content: [weights.root, top.root, empty],
    draw,
  });
}
