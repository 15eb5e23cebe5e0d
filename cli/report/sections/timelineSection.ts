import type { DecisionRecord } from '../../../src/types.js';
import { MOST_MARKS, plotTimeline } from '../plotTimeline.js';
import { tag, type Markup } from '../svg.js';
import { section } from './section.js';

/** What was said, in the order it was said. */
export function timelineSection(records: readonly DecisionRecord[]): Markup {
  return section(
    'Every decision',
    `The risk that was said, and what came of it within the horizon${records.length > MOST_MARKS ? `: the last ${MOST_MARKS} of ${records.length.toLocaleString('en')}` : ''}. A line parts one session from the next.`,
    tag(
      'figure',
      { class: 'wide' },
      legend([
        ['well', 'went on or got there'],
        ['bad', 'gave up or asked for help'],
        ['unknown', 'not known, or censored'],
        ['ring', 'help was shown'],
      ]),
      plotTimeline(records),
    ),
  );
}

function legend(entries: readonly (readonly [kind: string, words: string])[]): Markup {
  const symbols: Readonly<Record<string, Markup>> = {
    well: tag('circle', { cx: 6, cy: 6, r: 3 }),
    unknown: tag('circle', { cx: 6, cy: 6, r: 3 }),
    bad: tag('path', { d: 'M2.5 2.5l7 7m0 -7l-7 7' }),
    ring: tag('circle', { class: 'shown', cx: 6, cy: 6, r: 5 }),
  };
  return tag(
    'ul',
    { class: 'legend' },
    ...entries.map(([kind, words]) =>
      tag(
        'li',
        {},
        tag(
          'svg',
          { viewBox: '0 0 12 12', width: 12, height: 12, 'aria-hidden': 'true' },
          tag('g', { class: `mark ${kind}` }, symbols[kind]),
        ),
        words,
      ),
    ),
  );
}
