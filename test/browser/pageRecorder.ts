import type { Page } from 'playwright-core';
import type {
  FieldEvent,
  Keystroke,
  Latency,
  Lifecycle,
  PageError,
  PointerSummary,
  Press,
  PressResponse,
  Route,
  ScrollSummary,
} from '../../src/types.js';
import { bundle, type Opened, type OpenOptions } from './harness.js';

export interface Recorded {
  presses$: Press;
  responses$: PressResponse;
  keys$: Keystroke;
  fields$: FieldEvent;
  routes$: Route;
  errors$: PageError;
  pointer$: PointerSummary;
  scroll$: ScrollSummary;
  lifecycle$: Lifecycle;
  latency$: Latency;
  matches$: { time: number; selector: string };
}

const RECORDER = `
  import { createPage, defaultClock } from './src/browser/index.ts';
  window.recorded = {};
  window.reports = [];
  const page = createPage({
    document,
    clock: defaultClock(window),
    random: () => 0.5,
    report: ({ code, message, cause }) => reports.push(code + ': ' + message + ' ' + (cause?.stack ?? '')),
    selectors: window.selectors ?? [],
  });
  const subscriptions = [];
  window.record = () => {
    for (const [name, stream$] of Object.entries({ ...page.streams, matches$: page.matches$ })) {
      recorded[name] ??= [];
      subscriptions.push(stream$.subscribe((value) => recorded[name].push(value)));
    }
  };
  window.stopRecording = () => {
    for (const subscription of subscriptions) subscription.unsubscribe();
    page.stop();
  };
  window.hostPage = page;
  record();
`;

/** A page with everything recorded that `browser/` tells of it. */
export async function openRecorded(
  open: (options: OpenOptions) => Promise<Opened>,
  body: string,
  options: OpenOptions = {},
) {
  const opened = await open({
    html: `<!doctype html><html lang="en-GB"><head><title>t</title></head><body>${body}<script src="/recorder.js"></script></body></html>`,
    ...options,
    scripts: { 'recorder.js': await bundle(RECORDER), ...options.scripts },
  });
  return { ...opened, ...readers(opened.page) };
}

function readers(page: Page) {
  const all = <K extends keyof Recorded>(name: K): Promise<Recorded[K][]> =>
    page.evaluate((key) => (window as never)['recorded'][key], name);
  return {
    all,
    /** Kinds of the responses to each press, in the order of the presses. */
    answers: async (): Promise<string[][]> => {
      const responses = await all('responses$');
      return (await all('presses$')).map(({ id }) =>
        responses.filter(({ press }) => press === id).map(({ kind }) => kind),
      );
    },
    reports: (): Promise<string[]> => page.evaluate('reports'),
    everything: (): Promise<string> => page.evaluate('JSON.stringify(recorded)'),
    /** Waits until the page has told something. */
    until: (condition: string) => page.waitForFunction(condition, undefined, { timeout: 10_000 }),
  };
}
