import type { PlotInput } from './toPlot.js';
import { PLOT_MS } from './toPlot.js';
import { toPercent } from './numbers.js';
import { timeAgo } from './timeAgo.js';
import { toLevel, type Thresholds } from './toThresholds.js';

/** The plot in words, for those who do not see it. */
export function describePlot(input: PlotInput, { badge, card }: Thresholds): string {
  const { now, risks, signals, shown } = input;
  const since = ({ time }: { readonly time: number }) => time >= now - PLOT_MS;
  const last = risks.at(-1);
  if (!last) return 'Risk over the last 5 minutes: nothing yet.';
  const seen = risks.filter(since);
  const peak = seen.reduce(
    (best, risk) => (risk.probability > best.probability ? risk : best),
    last,
  );
  const words = [
    `Risk over the last 5 minutes: ${toPercent(last.probability)} now`,
    `highest ${toPercent(peak.probability)} ${timeAgo(now - peak.time)}`,
    badge === undefined ? '' : `badge threshold ${toLevel(badge)}`,
    card === undefined ? '' : `card threshold ${toLevel(card)}`,
    `signals ${signals.filter(since).length}`,
    `prompts shown ${shown.filter(since).length}`,
  ];
  return `${words.filter(Boolean).join(', ')}.`;
}
