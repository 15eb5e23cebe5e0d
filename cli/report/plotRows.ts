import { all, tag, type Markup } from './svg.js';

/** One line of a plot of shares: a value with its interval. */
export interface PlotRow {
  readonly name: string;
  /** On the right, in words. */
  readonly note: string;
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  /** Drawn in full: what the eye should find first. */
  readonly isMain?: boolean;
}

export interface RowsOptions {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
  readonly describe: (value: number) => string;
  /** @defaultValue `full` */
  readonly width?: keyof typeof PLOT;
  /** A line to compare with, and what it is. */
  readonly line?: { readonly at: number; readonly name: string };
}

const ROW = 26;
const TOP = 26;
const NAME = 128;
const NOTE = 92;
/** Of the part that is drawn, beside another plot and alone. */
const PLOT = { half: 210, full: 400 } as const;

/** Values side by side, one line each, as dots on a common scale. */
export function plotRows(rows: readonly PlotRow[], options: RowsOptions): Markup {
  const { label, from, to, ticks, describe, line, width = 'full' } = options;
  const plot = PLOT[width];
  const x = (value: number) =>
    NAME + ((Math.min(to, Math.max(from, value)) - from) / (to - from)) * plot;
  const bottom = TOP + rows.length * ROW;
  const summary = rows.map(({ name, note }) => `${name} ${note}`).join('; ');
  return tag(
    'svg',
    {
      viewBox: `0 0 ${NAME + plot + NOTE} ${bottom + 24}`,
      role: 'img',
      'aria-label': `${label}: ${summary}`,
      class: 'plot',
      style: `max-width:${1.15 * (NAME + plot + NOTE)}px`,
    },
    ...ticks.flatMap((value) => [
      tag('line', { class: 'grid', x1: x(value), y1: TOP - 4, x2: x(value), y2: bottom }),
      tag('text', { x: x(value), y: bottom + 16, 'text-anchor': 'middle' }, describe(value)),
    ]),
    line &&
      all([
        tag('line', { class: 'ideal', x1: x(line.at), y1: TOP - 6, x2: x(line.at), y2: bottom }),
        tag(
          'text',
          { class: 'hint', x: x(line.at), y: TOP - 11, 'text-anchor': 'middle' },
          line.name,
        ),
      ]),
    ...rows.map((row, index) => drawRow(row, TOP + (index + 0.5) * ROW, x, NAME + plot)),
  );
}

function drawRow(
  { name, note, value, low, high, isMain }: PlotRow,
  y: number,
  x: (value: number) => number,
  right: number,
) {
  const isKnown = Number.isFinite(value);
  return tag(
    'g',
    { class: isMain ? 'row main' : 'row' },
    tag('text', { class: 'name', x: NAME - 12, y: y + 4, 'text-anchor': 'end' }, name),
    isKnown &&
      low !== undefined &&
      high !== undefined &&
      tag('line', { class: 'interval', x1: x(low), y1: y, x2: x(high), y2: y }),
    isKnown && tag('circle', { class: 'dot', cx: x(value), cy: y, r: 4.5 }, tag('title', {}, note)),
    tag('text', { class: 'note', x: right + 14, y: y + 4 }, note),
  );
}
