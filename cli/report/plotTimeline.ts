import type { DecisionRecord } from '../../src/types.js';
import { all, tag, type Markup } from './svg.js';
import { day, percent } from './words.js';

const LEFT = 44;
const PLOT = 640;
const HEIGHT = 150;
const TOP = 12;
const GAP_MS = 30 * 60_000;
/** Decisions that fit side by side and can still be told apart. */
export const MOST_MARKS = 400;
const TICKS = [0, 0.25, 0.5, 0.75, 1];

const y = (share: number) => TOP + (1 - share) * HEIGHT;

/** The risk at each decision in its order, by what came of it; a line parts one session from the next. */
export function plotTimeline(records: readonly DecisionRecord[]): Markup {
  const last = records.slice(-MOST_MARKS);
  const x = (index: number) => LEFT + ((index + 0.5) / last.length) * PLOT;
  const starts = last.flatMap(({ at }, index) =>
    index > 0 && at - last[index - 1]!.at >= GAP_MS ? [index] : [],
  );
  return tag(
    'svg',
    {
      viewBox: `0 0 ${LEFT + PLOT + 8} ${TOP + HEIGHT + 26}`,
      role: 'img',
      'aria-label': `Risk at the last ${last.length} decisions, in ${starts.length + 1} sessions`,
      class: 'plot',
    },
    ...TICKS.flatMap((share) => [
      tag('line', { class: 'grid', x1: LEFT, y1: y(share), x2: LEFT + PLOT, y2: y(share) }),
      tag('text', { x: LEFT - 8, y: y(share) + 4, 'text-anchor': 'end' }, percent(share)),
    ]),
    ...starts.map((index) => {
      const at = (x(index) + x(index - 1)) / 2;
      return tag('line', { class: 'session', x1: at, y1: TOP, x2: at, y2: y(0) });
    }),
    all(last.map((record, index) => mark(record, x(index)))),
    tag('text', { x: LEFT, y: y(0) + 20 }, day(last[0]!.at)),
    tag('text', { x: LEFT + PLOT, y: y(0) + 20, 'text-anchor': 'end' }, day(last.at(-1)!.at)),
  );
}

function mark(record: DecisionRecord, cx: number): Markup {
  const { at, kind, predicted, shown } = record;
  const cy = y(predicted.hedge ?? 0);
  const said = `${day(at)}: ${percent(predicted.hedge ?? 0)}, ${kind ?? 'not known yet'}${shown ? ', shown' : ''}`;
  return tag(
    'g',
    { class: `mark ${endingOf(record)}` },
    shown && tag('circle', { class: 'shown', cx, cy, r: 7 }),
    isBad(record)
      ? tag('path', { d: cross(cx, cy) }, tag('title', {}, said))
      : tag('circle', { cx, cy, r: 3 }, tag('title', {}, said)),
  );
}

/** A cross, so that colour is not all that tells a bad ending. */
function cross(cx: number, cy: number): string {
  const [a, b] = [Math.round(10 * cx) / 10, Math.round(10 * cy) / 10];
  return `M${a - 3.5} ${b - 3.5}l7 7m0 -7l-7 7`;
}

function endingOf(record: DecisionRecord): string {
  if (record.label === undefined || record.censored) return 'unknown';
  return isBad(record) ? 'bad' : 'well';
}

function isBad({ label, censored }: DecisionRecord): boolean {
  return label === 1 && !censored;
}
