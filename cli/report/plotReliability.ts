import type { Scored } from '../../src/evaluation/index.js';
import { reliabilityBins, type Bin } from './reliabilityBins.js';
import { all, tag, type Markup } from './svg.js';
import { percent } from './words.js';

const SIZE = 260;
const LEFT = 62;
const TOP = 12;
const WIDTH = LEFT + SIZE + 16;
/** Below: how often each height was said. */
const BARS = 44;
const HEIGHT = TOP + SIZE + 26 + BARS + 34;
const TICKS = [0, 0.25, 0.5, 0.75, 1];
const N_BARS = 20;

const x = (share: number) => LEFT + share * SIZE;
const y = (share: number) => TOP + (1 - share) * SIZE;

/** What was said against what came: on the line, a risk of 30 % ends badly 30 times in 100. */
export function plotReliability(scored: readonly Scored[]): Markup {
  const bins = reliabilityBins(scored);
  const summary = bins.map(({ said, came }) => `said ${percent(said)}, came ${percent(came)}`);
  return tag(
    'svg',
    {
      viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      role: 'img',
      'aria-label': `Reliability: ${summary.join('; ')}`,
      class: 'plot',
      style: `max-width:${WIDTH * 1.25}px`,
    },
    axes(),
    tag('line', { class: 'ideal', x1: x(0), y1: y(0), x2: x(1), y2: y(1) }),
    tag('text', { class: 'hint', x: x(0.82), y: y(0.93), 'text-anchor': 'end' }, 'as said'),
    ...bins.map(interval),
    bins.length > 1 &&
      tag('polyline', {
        class: 'path',
        points: bins.map((bin) => `${x(bin.said)},${y(bin.came)}`).join(' '),
      }),
    ...bins.map(dot),
    histogram(scored),
  );
}

function axes(): Markup {
  return all([
    ...TICKS.flatMap((share) => [
      tag('line', { class: 'grid', x1: x(0), y1: y(share), x2: x(1), y2: y(share) }),
      tag('text', { x: LEFT - 8, y: y(share) + 4, 'text-anchor': 'end' }, percent(share)),
    ]),
    tag(
      'text',
      {
        class: 'axis',
        x: 0,
        y: 0,
        transform: `translate(10 ${y(0.5)}) rotate(-90)`,
        'text-anchor': 'middle',
      },
      'ended badly',
    ),
  ]);
}

function interval({ said, low, high }: Bin): Markup {
  return tag('line', { class: 'interval', x1: x(said), y1: y(low), x2: x(said), y2: y(high) });
}

function dot({ said, came, n, low, high }: Bin): Markup {
  return tag(
    'circle',
    { class: 'dot', cx: x(said), cy: y(came), r: 4.5 },
    tag(
      'title',
      {},
      `said ${percent(said)}, came ${percent(came)} (${percent(low)} to ${percent(high)}) of ${n}`,
    ),
  );
}

function histogram(scored: readonly Scored[]): Markup {
  const counts = Array.from({ length: N_BARS }, () => 0);
  for (const { probability } of scored)
    counts[Math.min(N_BARS - 1, Math.floor(probability * N_BARS))]! += 1;
  const top = TOP + SIZE + 14;
  const most = Math.max(...counts);
  const width = SIZE / N_BARS;
  return all([
    ...counts.map((count, index) => {
      const height = (count / most) * BARS;
      return tag(
        'rect',
        {
          class: 'bar',
          x: x(index / N_BARS) + 1,
          y: top + BARS - height,
          width: width - 2,
          height,
        },
        tag(
          'title',
          {},
          `${count} between ${percent(index / N_BARS)} and ${percent((index + 1) / N_BARS)}`,
        ),
      );
    }),
    tag('line', { class: 'base', x1: x(0), y1: top + BARS, x2: x(1), y2: top + BARS }),
    ...TICKS.map((share) =>
      tag('text', { x: x(share), y: top + BARS + 15, 'text-anchor': 'middle' }, percent(share)),
    ),
    tag(
      'text',
      { class: 'axis', x: x(0.5), y: top + BARS + 31, 'text-anchor': 'middle' },
      'risk that was said, and how often',
    ),
  ]);
}
