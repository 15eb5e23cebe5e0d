import type { Scored } from '../../../src/evaluation/index.js';
import type { DecisionRecord, Report } from '../../../src/types.js';
import { plotReliability } from '../plotReliability.js';
import { tag, type Markup } from '../svg.js';
import { fixed, percent, plural } from '../words.js';
import { head } from './head.js';
import { section } from './section.js';

/** Whether a risk of 30 % is one, and which model says so best. */
export function calibrationSection(report: Report, records: readonly DecisionRecord[]): Markup {
  const scored = scoredOf(records, 'hedge');
  const { hedge } = report.models;
  if (!hedge || scored.length === 0)
    return section('Calibration', 'Nothing is known yet of what came of any decision.');
  const lead = `Of the ${plural(scored.length, 'moment')} whose ending is known, ${percent(shareOf(scored))} ended badly. What is said lies ${percent(hedge.calibrationError)} from what came, on average (expected calibration error ${fixed(hedge.calibrationError)}).`;
  return section(
    'Calibration',
    lead,
    tag(
      'div',
      { class: 'columns' },
      tag(
        'figure',
        {},
        plotReliability(scored),
        caption(
          'The mixture that is used. Bars: 95 % intervals; below, how often each risk was said.',
        ),
      ),
      tag(
        'figure',
        {},
        modelTable(report, shareOf(scored)),
        caption('Lower is better. A model that always says the base rate is the one to beat.'),
      ),
    ),
  );
}

function modelTable({ models }: Report, base: number): Markup {
  const entropy =
    base > 0 && base < 1 ? -base * Math.log(base) - (1 - base) * Math.log(1 - base) : 0;
  const sorted = Object.entries(models).sort(([, a], [, b]) => a.logLoss - b.logLoss);
  const row = (name: string, logLoss: number, brier: number, ece: string, kind: string) =>
    tag(
      'tr',
      { class: kind },
      tag('th', { scope: 'row' }, name),
      ...[fixed(logLoss), fixed(brier), ece].map((cell) => tag('td', {}, cell)),
    );
  return tag(
    'table',
    {},
    head('model', 'log loss', 'Brier', 'ECE'),
    tag(
      'tbody',
      {},
      ...sorted.map(([name, model]) =>
        row(
          name,
          model.logLoss,
          model.brierScore,
          fixed(model.calibrationError),
          name === 'hedge' ? 'main' : '',
        ),
      ),
      row('always the base rate', entropy, base * (1 - base), '–', 'reference'),
    ),
  );
}

function scoredOf(records: readonly DecisionRecord[], model: string): Scored[] {
  return records.flatMap(({ predicted, label, censored }) => {
    const probability = predicted[model];
    return label === undefined || censored || probability === undefined
      ? []
      : [{ probability, y: label }];
  });
}

function shareOf(scored: readonly Scored[]): number {
  return scored.filter(({ y }) => y === 1).length / scored.length;
}

function caption(text: string): Markup {
  return tag('figcaption', {}, text);
}
