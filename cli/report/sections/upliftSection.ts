import type { Report } from '../../../src/types.js';
import { plotRows } from '../plotRows.js';
import { tag, type Markup } from '../svg.js';
import { section } from './section.js';

/** Whether prompting helps: those who were drawn to be prompted against those who were not. */
export function upliftSection({ uplift }: Report, nDevices: number): Markup {
  const title = 'Does it help?';
  if (uplift.status === 'known') {
    const { difference, interval, treated, holdout } = uplift;
    const [low, high] = interval;
    const isClear = low > 0 || high < 0;
    const verdict = !isClear
      ? 'The interval holds 0: no effect is shown either way.'
      : `Prompting ${difference > 0 ? 'lowers' : 'raises'} the share of sessions that end badly.`;
    return section(
      title,
      `${verdict} Hold-out minus treated, by intention to treat: ${points(difference)} points, 95 % interval ${points(low)} to ${points(high)}, over ${treated} treated and ${holdout} held-out sessions.`,
      tag(
        'figure',
        {},
        plotRows(
          [
            {
              name: 'fewer bad endings',
              note: `${points(difference)} points`,
              value: difference,
              low,
              high,
              isMain: true,
            },
          ],
          {
            label: 'Uplift',
            from: -0.5,
            to: 0.5,
            ticks: [-0.5, -0.25, 0, 0.25, 0.5],
            describe: points,
            line: { at: 0, name: 'no effect' },
          },
        ),
      ),
    );
  }
  const { treated, holdout, needed } = uplift;
  const one =
    nDevices === 1
      ? ' One device is in one arm for good, so its export alone can never tell: give the exports of many.'
      : '';
  return section(
    title,
    `Not enough data: an answer needs ${needed} sessions with a known ending in each arm.${one}`,
    tag(
      'figure',
      {},
      plotRows(
        [
          { name: 'treated', note: `${treated} of ${needed}`, value: treated / needed },
          { name: 'held out', note: `${holdout} of ${needed}`, value: holdout / needed },
        ],
        {
          label: 'Sessions so far',
          from: 0,
          to: 1,
          ticks: [0, 0.5, 1],
          describe: (value) => String(value * needed),
        },
      ),
    ),
  );
}

/** Percentage points, with a sign. */
function points(share: number): string {
  const sign = share > 0 ? '+' : share < 0 ? '−' : '';
  return `${sign}${Math.abs(100 * share).toFixed(1)}`;
}
