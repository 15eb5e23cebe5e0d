import type { Log } from './createLog.js';
import type { Elements } from './elements.js';
import { toPercent } from './numbers.js';
import { riskPlot } from './riskPlot.js';
import type { Section } from './Section.js';
import { setText } from './setText.js';
import { toRiskWord, toThresholds } from './toThresholds.js';

/** The risk now: a number, a word, what it is about, and how it came to be. */
export function riskSection(make: Elements, log: Log): Section {
  const { html } = make;
  const number = html('strong', 'number');
  const word = html('span', 'chip');
  const about = html('p', 'muted');
  const plot = riskPlot(make, log);

  const root = html(
    'section',
    'risk',
    html('h3', '', 'Risk now'),
    html('div', 'now', number, word, about),
    plot.root,
  );

  const draw = (now: number) => {
    const { risk } = log;
    const levels = toThresholds(log.decisions.items.at(-1));
    const tone = risk && levels.card !== undefined ? toRiskWord(risk.probability, levels) : '';
    setText(number, risk ? toPercent(risk.probability) : '–');
    setText(word, tone);
    word.hidden = !tone;
    word.className = `chip ${tone}`;
    setText(about, risk ? describe(risk) : 'Waiting for the first moment to decide on');
    plot.draw(now);
  };
  return { root, draw };
}

function describe({ horizonMs, task }: NonNullable<Log['risk']>): string {
  const horizon = `gives up or asks within ${Math.round(horizonMs / 1000)} s`;
  return task ? `${horizon} · task ${task.id} ${toPercent(task.probability)}` : horizon;
}
