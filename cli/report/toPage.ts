import { createReport, endings, uplift } from '../../src/evaluation/index.js';
import type { Report } from '../../src/types.js';
import type { Device } from './Device.js';
import { calibrationSection } from './sections/calibrationSection.js';
import { fairnessSection } from './sections/fairnessSection.js';
import { outcomesSection } from './sections/outcomesSection.js';
import { timelineSection } from './sections/timelineSection.js';
import { upliftSection } from './sections/upliftSection.js';
import { STYLES } from './styles.js';
import { all, tag, type Markup } from './svg.js';
import { day, percent, plural } from './words.js';

/**
 * One page about one or more devices: self-contained, with plots and no script, to be read on a
 * screen in the light or the dark, or printed.
 *
 * @param devices - one at least, each with a decision at least
 */
export function toPage(devices: readonly Device[]): string {
  const records = devices.flatMap((device) => device.records).sort((a, b) => a.at - b.at);
  const report: Report = {
    ...createReport(records, {}),
    // A session is one device's; of many devices, both arms can be seen.
    uplift: uplift(devices.flatMap((device) => endings(device.records))),
  };
  const title =
    devices.length === 1 ? 'Report of one device' : `Report of ${devices.length} devices`;
  const body = tag(
    'main',
    {},
    header(title, devices, report),
    timelineSection(records),
    calibrationSection(report, records),
    upliftSection(report, devices.length),
    fairnessSection(records),
    outcomesSection(records),
    footer(),
  );
  return `<!doctype html>\n${page(title, body).markup}\n`;
}

function page(title: string, body: Markup): Markup {
  return tag(
    'html',
    { lang: 'en' },
    tag(
      'head',
      {},
      tag('meta', { charset: 'utf-8' }),
      tag('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      tag('meta', { name: 'color-scheme', content: 'light dark' }),
      tag('title', {}, `${title} · Beforehand`),
      // It holds nothing from the input.
      { markup: `<style>${STYLES}</style>` },
    ),
    tag('body', {}, body),
  );
}

function header(title: string, devices: readonly Device[], report: Report): Markup {
  const times = devices.flatMap(({ records }) => records.map(({ at }) => at)).sort((a, b) => a - b);
  const { decisions, labelled, censored, shown } = report;
  const positives = devices
    .flatMap(({ records }) => records)
    .filter((record) => record.label === 1 && !record.censored).length;
  const tiles: readonly (readonly [number: string, what: string, more: string])[] = [
    [decisions.toLocaleString('en'), 'decisions', 'moments at which help was thought of'],
    [shown.toLocaleString('en'), 'shown', `${percent(shown / decisions)} of decisions`],
    [
      labelled.toLocaleString('en'),
      'endings known',
      `${percent(positives / labelled)} of them bad`,
    ],
    [
      censored.toLocaleString('en'),
      'censored',
      'never counted, as a prompt or the end came between',
    ],
  ];
  return all([
    tag(
      'header',
      {},
      tag('h1', {}, title),
      tag(
        'p',
        { class: 'when' },
        `${day(times[0]!)} to ${day(times.at(-1)!)} UTC · ${devices
          .map(({ name }) => name)
          .slice(0, 3)
          .join(
            ', ',
          )}${devices.length > 3 ? ` and ${plural(devices.length - 3, 'more', 'more')}` : ''}`,
      ),
    ),
    tag(
      'dl',
      { class: 'tiles' },
      ...tiles.map(([number, what, more]) =>
        tag(
          'div',
          {},
          tag('dt', {}, what),
          tag('dd', { class: 'number' }, number),
          tag('dd', {}, more),
        ),
      ),
    ),
  ]);
}

function footer(): Markup {
  return tag(
    'footer',
    {},
    'Made by beforehand report from an export of assistant.exportData(). It holds counts and probabilities, and nothing of any page. A prediction of need for help, not of what anybody feels.',
  );
}
