import { wilsonInterval } from '../../../src/tools/wilsonInterval.js';
import type { DecisionRecord } from '../../../src/types.js';
import { groupRates, type GroupRates, type Rate } from '../groupRates.js';
import { plotRows, type PlotRow } from '../plotRows.js';
import { all, tag, type Markup } from '../svg.js';
import { fixed, percent } from '../words.js';
import { head } from './head.js';
import { section } from './section.js';

const TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Least cases for a rate to be judged. */
const MIN_CASES = 20;
/** The largest ratio between two groups' false alarms that is taken for fair. */
const FAIR_RATIO = 1.25;

/** Who gets help, who is bothered, who is missed. */
export function fairnessSection(records: readonly DecisionRecord[]): Markup {
  const { groups, threshold } = groupRates(records);
  const judged = groups.filter(({ falseAlarms }) => falseAlarms.of >= MIN_CASES);
  return section(
    'Is it fair?',
    `${verdictOn(judged)} The same alert for everybody: the tenth of moments at the highest risk, ${percent(threshold)} and up.`,
    tag(
      'div',
      { class: 'columns' },
      tag(
        'figure',
        {},
        ratePlot('False alarms, of what ended well', groups, ({ falseAlarms }) => falseAlarms),
      ),
      tag(
        'figure',
        {},
        ratePlot('Found, of what ended badly', groups, ({ found }) => found),
      ),
    ),
    groupTable(groups),
  );
}

/** Groups are compared with those of their kind: a language says nothing about pointers. */
function verdictOn(judged: readonly GroupRates[]): string {
  const kinds: readonly (readonly [name: string, of: readonly GroupRates[]])[] = [
    ['pointer', judged.filter(({ group }) => !/^lang:|^reduced/.test(group))],
    ['language', judged.filter(({ group }) => group.startsWith('lang:'))],
  ];
  const told = kinds.filter(([, of]) => of.length > 1).map(([name, of]) => compare(name, of));
  return told.length > 0
    ? told.join(' ')
    : `Not enough data: two groups with ${MIN_CASES} moments that ended well are needed to compare.`;
}

function compare(name: string, groups: readonly GroupRates[]): string {
  const sorted = groups
    .map(({ group, falseAlarms: { hits, of } }) => ({ group, share: hits / of }))
    .sort((a, b) => a.share - b.share);
  const [least, most] = [sorted[0]!, sorted.at(-1)!];
  if (most.share === 0) return `By ${name}, nobody would be alerted without need.`;
  const verdict =
    most.share / least.share <= FAIR_RATIO
      ? `within the ratio of ${FAIR_RATIO} that counts as fair`
      : `more than ${FAIR_RATIO} times as often, so look at what makes them differ`;
  return `By ${name}, false alarms go from ${percent(least.share)} (${least.group}) to ${percent(most.share)} (${most.group}): ${verdict}.`;
}

function ratePlot(
  title: string,
  groups: readonly GroupRates[],
  of: (rates: GroupRates) => Rate,
): Markup {
  const rows = groups.map((rates): PlotRow => {
    const { hits, of: n } = of(rates);
    const [low, high] = wilsonInterval(hits, n);
    return {
      name: rates.group,
      note: n ? `${percent(hits / n)} of ${n}` : 'none known',
      value: hits / n,
      low,
      high,
    };
  });
  const options = {
    label: title,
    from: 0,
    to: 1,
    ticks: TICKS,
    describe: percent,
    width: 'half',
  } as const;
  return all([tag('figcaption', { class: 'title' }, title), plotRows(rows, options)]);
}

function groupTable(groups: readonly GroupRates[]): Markup {
  return tag(
    'table',
    {},
    head('group', 'decisions', 'help shown', 'ended badly', 'ECE'),
    tag(
      'tbody',
      {},
      ...groups.map(({ group, decisions, shown, found, falseAlarms, ece }) =>
        tag(
          'tr',
          {},
          tag('th', { scope: 'row' }, group),
          ...[
            String(decisions),
            percent(shown / decisions),
            percent(found.of / (found.of + falseAlarms.of)),
            fixed(ece),
          ].map((cell) => tag('td', {}, cell)),
        ),
      ),
    ),
  );
}
