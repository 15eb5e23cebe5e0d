import { guardAsync } from '../guard.js';
import type { Milliseconds, Report as Figures } from '../types.js';
import type { Elements } from './elements.js';
import { facts } from './facts.js';
import type { OutcomesOptions } from './outcomesSection.js';
import { toPercent, toSigned } from './numbers.js';

/** A report reads everything that is stored, so it is asked for seldom, and only after news. */
const REPORT_MS: Milliseconds = 5000;

/** How good the models are on this device, and whether help helps; empty until it is known. */
export function reportSummary(make: Elements, { assistant, report, onChange }: OutcomesOptions) {
  const root = make.html('div', 'summary');
  let askedAt = -Infinity;
  let askedFor: Milliseconds | undefined;

  const ask = async () => {
    const figures = await assistant.report();
    root.replaceChildren(facts(make, toFacts(figures)));
    onChange();
  };

  const draw = (now: Milliseconds, newest: Milliseconds | undefined, since: Milliseconds) => {
    const news = newest ?? since;
    const isSoon = newest !== undefined && now - askedAt < REPORT_MS;
    if (askedFor === news || isSoon) return;
    askedAt = now;
    askedFor = news;
    guardAsync(report, 'internal', ask);
  };
  return { root, draw };
}

function toFacts({ labelled, censored, models, uplift }: Figures) {
  const { hedge, rules } = models;
  const figure = (model: typeof hedge) => model?.logLoss.toFixed(3) ?? '–';
  return [
    ['labelled', `${labelled}, and ${censored} without a label`],
    ['log loss', `${figure(hedge)} in use, ${figure(rules)} rules alone`],
    ['uplift', describeUplift(uplift)],
  ] as const;
}

function describeUplift(uplift: Figures['uplift']): string {
  if (uplift.status !== 'known') {
    return `not enough data: ${uplift.treated} treated, ${uplift.holdout} held out, ${uplift.needed} needed`;
  }
  const [low, high] = uplift.interval;
  const range = `${toSigned(low)} to ${toSigned(high)}`;
  return `${toPercent(Math.abs(uplift.difference))} ${uplift.difference < 0 ? 'more' : 'fewer'} bad endings (${range})`;
}
