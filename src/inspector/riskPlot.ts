import type { Milliseconds } from '../types.js';
import type { Log } from './createLog.js';
import { describePlot } from './describePlot.js';
import type { Elements } from './elements.js';
import type { Section } from './Section.js';
import { setText } from './setText.js';
import { PLOT_VIEW, toPlot, toPlotY } from './toPlot.js';
import { toLevel, toThresholds } from './toThresholds.js';

/** A line each minute and at half the height. */
const GRID = 'M60 0V100M120 0V100M180 0V100M240 0V100M0 50H300';

/**
 * The risk over the last five minutes. Drawn as SVG without a size of its own, with strokes that do
 * not scale, so that it is sharp on any screen; words stand beside it as HTML.
 */
export function riskPlot(make: Elements, log: Log): Section {
  const { html, path, svg } = make;
  const paths = {
    area: path('area'),
    line: path('line'),
    shown: path('shown'),
    signals: path('dots'),
  };
  const card = threshold(make, 'card');
  const badge = threshold(make, 'badge');
  const drawing = svg(
    PLOT_VIEW,
    '',
    ...[path('grid', GRID), path('frame', 'M0 0V100H300'), paths.area, card.line, badge.line],
    ...[paths.shown, paths.line, paths.signals],
  );
  drawing.setAttribute('preserveAspectRatio', 'none');

  const picture = html(
    'div',
    'plot',
    drawing,
    html('div', 'y', ...['100%', '50%', '0%'].map((text) => html('span', '', text))),
    html('div', 'x', ...['−5 min', '−4', '−3', '−2', '−1', 'now'].map((t) => html('span', '', t))),
    html('div', 'edge', card.label, badge.label),
  );
  picture.setAttribute('role', 'img');
  const legend = html(
    'div',
    'legend',
    ...[card.legend, badge.legend],
    html('span', '', svg('0 0 8 8', '', path('dots', 'M4 4h0')), 'signal'),
    html('span', '', svg('0 0 8 8', '', path('shown', 'M4 0V8')), 'prompt'),
  );

  const draw = (now: Milliseconds) => {
    const input = {
      now,
      risks: log.risks.items,
      signals: log.signals.items,
      shown: log.shown.items,
    };
    const plot = toPlot(input);
    for (const name of ['area', 'line', 'shown', 'signals'] as const) {
      paths[name].setAttribute('d', plot[name]);
    }
    const levels = toThresholds(log.decisions.items.at(-1));
    card.set(levels.card);
    badge.set(levels.badge);
    picture.setAttribute('aria-label', describePlot(input, levels));
  };

  return { root: html('div', '', picture, legend), draw };
}

/** A level across the plot, its name at the right edge, and its value in the legend. */
function threshold({ html, path, svg }: Elements, name: 'card' | 'badge') {
  const line = path(`level ${name}`);
  const label = html('span', name, name);
  const value = html('span');
  const sample = svg('0 0 12 8', '', path(`level ${name}`, 'M0 4H12'));
  const legend = html('span', '', sample, `${name} `, value);

  const set = (level: number | undefined) => {
    const isInside = level !== undefined && level <= 1;
    const y = isInside ? toPlotY(level) : 0;
    line.setAttribute('d', isInside ? `M0 ${y}H300` : '');
    label.hidden = !isInside;
    label.style.top = `${y}%`;
    legend.hidden = level === undefined;
    setText(value, level === undefined ? '' : toLevel(level));
  };
  set(undefined);
  return { line, label, legend, set };
}
