import { merge, noop, share } from 'rxjs';
import { createPage, defaultClock, isTrackingRefused, whenIdle } from './browser/index.js';
import type { Brain } from './brain/index.js';
import { defaultDetectors } from './detectors/index.js';
import { consume, createReport, guard, guardAsync, isolate, type Report } from './guard.js';
import { createHandle, type Outputs, type Running } from './handle.js';
import { readOptions, selectorsIn, type Settings } from './options.js';
// Each by its own file: idb, which does things when it is loaded, belongs to the second one.
import { createRouteLog } from './storage/createRouteLog.js';
import { eraseDatabase } from './storage/eraseDatabase.js';
import type { Store } from './storage/Store.js';
import type { Assistant, AssistantOptions, Clock, Consent, TaskHandle } from './types.js';

/**
 * Starts the assistant. This is the composition root: the one place that knows which parts exist
 * and how they connect.
 *
 * ```text
 * page ─▶ detectors ─▶ signals$ ─▶ features ─▶ model ─▶ risk$ ─▶ policy ─▶ decisions$ ─▶ prompt
 *   └──▶ intent ─▶ outcomes ─▶ labelled examples ─▶ model · worker · storage     └─▶ outcomes$
 * ```
 *
 * @returns a handle, even when something failed; then its streams stay silent
 *
 * @example
 * ```ts
 * const assistant = createAssistant({
 *   tasks: [{ id: 'checkout', name: 'Check out', start: '/cart', success: '/order/*' }],
 *   articles: [{ id: 'coupons', title: 'Using a coupon', url: '/help/coupons', tasks: ['checkout'] }],
 *   handoff: [link({ href: '/contact', label: 'Contact us' })],
 * });
 * assistant.decisions$.subscribe(({ action, gates }) => console.log(action, gates));
 * ```
 */
export function createAssistant(options: AssistantOptions = {}): Assistant {
  const report = createReport(typeof options?.onError === 'function' ? options.onError : undefined);
  const settings = readOptions(options, report);
  const document: Document | undefined = settings.document ?? globalThis.document;
  // On a server there is no document: the streams stay silent.
  const window = document?.defaultView;
  const refused = window ? isTrackingRefused(window.navigator) : false;
  const consent = settings.consent ?? (refused ? 'denied' : 'granted');

  const handle = createHandle({ callbacks: settings, consent, report }, (current, outputs) =>
    window
      ? (guard(report, 'internal', () => run(window, settings, current, outputs, report)) ?? idle())
      : idle(),
  );
  return window ? withInspector(handle, window, settings, report) : handle;
}

type PageWindow = Window & typeof globalThis;

/** What can be asked once everything is loaded. */
type Awake = Omit<Running, 'ready'>;

const DEFAULT_NAME = 'beforehand';

/** Listens from now on, and decides as soon as the brain is there. */
function run(
  window: PageWindow,
  settings: Settings,
  consent: Consent,
  outputs: Outputs,
  report: Report,
): Running {
  if (consent === 'pending' || consent === 'denied') return rest(window, settings, consent, report);
  const { document } = window;
  const clock = settings.clock ?? defaultClock(window);
  const random = settings.random ?? Math.random;
  const persistent = consent === 'granted' && settings.storage !== false;
  const name = nameOf(settings);
  const log = createRouteLog({ window, name, persistent, clock });
  const { trustSynthetic = false, detectors } = settings;
  const chosen = typeof detectors === 'object' ? detectors : defaultDetectors(detectors);
  const selectors = selectorsIn(settings.tasks);
  const page = createPage({ document, clock, random, report, trustSynthetic, selectors, log });
  const signals$ = merge(
    ...chosen.map((detector) =>
      isolate(report, 'detector-failed', () => detector.detect(page.visit)),
    ),
  ).pipe(share());
  const listening = consume(report, 'internal', signals$, outputs.signal);

  let brain: Brain | undefined;
  let store: Store | undefined;
  let cancelIdle = noop;
  let stopped = false;

  const wakeUp = async () => {
    const { createBrain, createStore } = await import('./brain/index.js');
    if (stopped) return;
    const onErased = () => brain?.forget();
    store = createStore({ name, persistent, report, clock, routes: log, onErased });
    brain = createBrain({
      ...{ window, settings, consent, outputs, report, clock, random, store, page, signals$ },
    });
    await brain.load();
    cancelIdle = whenIdle(window, () => brain?.warmUp());
  };
  const ready = owned(report, wakeUp);
  const asleep: Awake = { ...idle(), eraseData: () => eraseKept(window, settings, clock) };
  /** What is asked of the brain before it is there waits for it. */
  const later = async <T>(ask: (awake: Awake) => Promise<T> | T): Promise<T> => {
    await ready;
    return ask(brain ?? asleep);
  };
  const tell = (ask: (awake: Awake) => unknown) =>
    brain ? ask(brain) : guardAsync(report, 'internal', () => later(ask));

  return {
    ready,
    task: (id) => (brain ? brain.task(id) : lateTask((ask) => tell(({ task }) => ask(task(id))))),
    contacted: () => void tell((awake) => awake.contacted()),
    offerHelp: () => void tell((awake) => awake.offerHelp()),
    report: () => later((awake) => awake.report()),
    exportData: () => later((awake) => awake.exportData()),
    eraseData: () => later((awake) => awake.eraseData()),
    stop: () => {
      stopped = true;
      cancelIdle();
      guard(report, 'internal', () => brain?.stop());
      listening.unsubscribe();
      page.stop();
      store?.close();
    },
  };
}

/** A promise that reports its failure and then counts as done. */
function owned(report: Report, fn: () => Promise<void>): Promise<void> {
  return fn().catch((thrown: unknown) => {
    guard(report, 'load-failed', () => {
      throw thrown;
    });
  });
}

/** Takes what is said of a task now and passes it on when there is somebody to hear it. */
function lateTask(pass: (say: (task: TaskHandle) => unknown) => unknown): TaskHandle {
  const say = (what: (task: TaskHandle) => unknown) => {
    pass(what);
    return self;
  };
  const self: TaskHandle = {
    start: () => say((task) => task.start()),
    progress: (step) => say((task) => task.progress(step)),
    success: () => say((task) => task.success()),
    abandon: () => say((task) => task.abandon()),
  };
  return self;
}

function nameOf({ storage }: Settings): string {
  return (storage && storage.name) || DEFAULT_NAME;
}

/** Forgets what earlier visits kept, where nothing runs that could. */
async function eraseKept(window: PageWindow, settings: Settings, clock: Clock): Promise<void> {
  const name = nameOf(settings);
  createRouteLog({ window, name, persistent: true, clock }).erase();
  await eraseDatabase(window, name);
}

/** What is left without consent: help that the visitor asks for, and nothing that is stored. */
function rest(window: PageWindow, settings: Settings, consent: Consent, report: Report): Running {
  const { document } = window;
  const clock = settings.clock ?? defaultClock(window);
  let hide = noop;
  const erase = () => eraseKept(window, settings, clock);
  const offer = async () => {
    const help = (await import('./brain/index.js')).createHelp({
      document,
      settings,
      report,
      clock,
    });
    hide = help.hide;
    help.offerNow({ signals: [] });
  };
  return {
    ...idle(),
    ready: consent === 'denied' ? owned(report, erase) : Promise.resolve(),
    offerHelp: () => guardAsync(report, 'load-failed', offer),
    eraseData: erase,
    stop: () => hide(),
  };
}

/** Where there is no page: on a server, or after a failure at the start. */
function idle(): Running {
  const task = {
    start: () => task,
    progress: () => task,
    success: () => task,
    abandon: () => task,
  };
  return {
    ready: Promise.resolve(),
    task: () => task,
    contacted: noop,
    offerHelp: noop,
    report: async () => (await import('./evaluation/createReport.js')).createReport([], {}),
    exportData: () => Promise.resolve({}),
    eraseData: () => Promise.resolve(),
    stop: noop,
  };
}

/** The overlay that shows why; it is loaded only where it is wanted. */
function withInspector(
  handle: Assistant,
  window: PageWindow,
  settings: Settings,
  report: Report,
): Assistant {
  const wanted = settings.inspector ?? /[?&]beforehand-inspector\b/.test(window.location.search);
  if (!wanted) return handle;
  let unmount = noop;
  let stopped = false;
  guardAsync(report, 'load-failed', async () => {
    const { mountInspector } = await import('./inspector/index.js');
    if (!stopped) unmount = mountInspector(handle, { document: window.document, report });
  });
  return {
    ...handle,
    stop: () => {
      stopped = true;
      guard(report, 'internal', unmount);
      handle.stop();
    },
  };
}
