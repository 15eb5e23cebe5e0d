import { filter, merge, noop, share, throttleTime } from 'rxjs';
import { createPage, defaultClock, isTrackingRefused, whenIdle } from './browser/index.js';
import { defaultDetectors } from './detectors/index.js';
import {
  createFeatureTracker,
  decisionTicks,
  featureNames,
  SCHEMA_VERSION,
} from './features/index.js';
import { consume, createReport, guard, guardAsync, isolate, type Report } from './guard.js';
import { createHandle, type Outputs, type Running } from './handle.js';
import { createHelp, type Help } from './help.js';
import { createIntent } from './intent/index.js';
import { createTrainer, type Trainer } from './learner/index.js';
import { createLearningLoop, modelVersion, riskModel } from './models/index.js';
import { readOptions, type Settings } from './options.js';
import { createOutcomes } from './outcomes/index.js';
import * as policy from './policy/index.js';
import { createStore } from './storage/index.js';
import type {
  Assistant,
  AssistantOptions,
  Consent,
  Decision,
  FeatureVector,
  Intent,
  Offer,
  Pending,
  PromptOutcome,
  Risk,
  Signal,
  Visitor,
} from './types.js';

/** Share of a tick's risk in the leaky mean of past risk; a tick comes about every 5 to 20 s. */
const PAST_RISK_SHARE = 0.2;

/** Signals older than this are no reason to offer anything. */
const RECENT_MS = 120_000;

/** What one tick found out, kept until its decision is known. */
interface Look {
  readonly x: FeatureVector;
  readonly intent: Intent;
  readonly risk: Risk;
}

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

function run(
  window: PageWindow,
  settings: Settings,
  consent: Consent,
  outputs: Outputs,
  report: Report,
): Running {
  const { document } = window;
  const clock = settings.clock ?? defaultClock(window);
  const random = settings.random ?? Math.random;
  const help = createHelp({ document, settings, report, clock });
  const name = (settings.storage && settings.storage.name) || 'beforehand';
  if (consent === 'pending' || consent === 'denied')
    return rest(help, name, consent, report, clock);

  const persistent = consent === 'granted' && settings.storage !== false;
  const store = createStore({ name, persistent, report, clock, onErased: () => forget() });
  const intent = createIntent({
    tasks: settings.tasks,
    location: () => window.location,
    document,
    isShown: (selector) => page.isShown(selector),
    report,
    clock,
  });
  const { selectors } = intent;
  const { trustSynthetic = false } = settings;
  const page = createPage({ document, clock, random, report, trustSynthetic, selectors });
  const { streams } = page;
  const detectors = settings.detectors ?? defaultDetectors();
  const signals$ = merge(
    ...detectors.map((detector) =>
      isolate(report, 'detector-failed', () => detector.detect(streams)),
    ),
  ).pipe(share());

  let visitor: Visitor | undefined;
  let lastAnswer: PromptOutcome | undefined;
  let lastError: string | undefined;
  let pastRisk = 0;
  let recent: Signal[] = [];
  let isReady = false;
  let last: Look | undefined;
  let trainer: Trainer | undefined;
  let saved: {
    readonly features?: unknown;
    readonly intent?: unknown;
    readonly trainer?: unknown;
  } = {};

  const now = () => clock.wallTime();
  const tracker = createFeatureTracker({
    page: streams,
    signals$,
    clock,
    report,
    context: () => ({
      intent: intent.current(clock.now()),
      pastRisk,
      promptsShown: visitor?.session.shown ?? 0,
      lastAnswer,
      firstVisit: visitor?.firstSeenAt === visitor?.session.startedAt,
    }),
  });

  const { prior, horizonMs, batchSize, enabled, workerUrl } = settings.learning;
  const fresh = () => riskModel({ featureNames });
  const model =
    (prior && guard(report, 'prior-rejected', () => riskModel({ featureNames, prior }))) ?? fresh();
  const unlearned = { model: model.getState(), features: tracker.getState() };

  const loop = createLearningLoop({
    model,
    store,
    batchSize,
    schema: SCHEMA_VERSION,
    companions: {
      getState: () => ({
        features: tracker.getState(),
        intent: intent.getState(),
        trainer: trainer?.getState() ?? saved.trainer,
      }),
      setState: (state) => (saved = (state ?? {}) as typeof saved),
    },
    onBatch: (batch) => trainer?.learn(batch),
  });

  const outcomes = createOutcomes({
    store,
    clock,
    report,
    onSettled: (settled) => {
      for (const { outcome } of settled) outputs.outcome(outcome);
      loop.learn(
        settled.flatMap(({ pending: { x, predicted }, outcome: { label } }) =>
          label === undefined ? [] : [{ x: Float64Array.from(x), y: label, predicted }],
        ),
      );
    },
  });

  const forget = () => {
    model.setState(unlearned.model);
    tracker.setState(unlearned.features);
    loop.reset();
    outcomes.forget();
    saved = {};
    visitor = undefined;
    pastRisk = 0;
  };

  const look = (isTick: boolean) => {
    const time = clock.now();
    intent.onTick(time);
    const x = tracker.vector();
    const current = intent.current(time);
    const { task } = current;
    const risk: Risk = {
      time,
      ...model.assess(x),
      horizonMs,
      ...(task && { task: { id: task.id, probability: task.probability } }),
    };
    recent = recent.filter((signal) => time - signal.time < RECENT_MS);
    const offer = help.offer({ intent: current, signals: recent, risk, lastError, visitor });
    if (isTick) {
      last = { x, intent: current, risk };
      pastRisk += PAST_RISK_SHARE * (risk.probability - pastRisk);
      outputs.risk(risk);
    }
    return { offer, decide: () => decideOn(risk, offer) };
  };

  const decideOn = (risk: Risk, offer: Offer | undefined): Decision =>
    policy.decide({
      time: risk.time,
      risk,
      offerExists: offer !== undefined,
      situation: page.situation(),
      limits: settings.limits,
      visitor,
      now: now(),
      errorSeen: lastError !== undefined,
      consent,
      arm: visitor ? policy.armOf(visitor.id, settings.holdout) : 'treated',
      task: offer?.task?.id,
      promptOpen: help.isOpen(),
      random,
      modelVersion: modelVersion(model),
    });

  const claim = async (offer: Offer): Promise<boolean> => {
    let claimed = false;
    const kept = await store.updateVisitor((stored) => {
      const known = stored ?? visitor ?? policy.newVisitor(random, now());
      const next = policy.claim(known, { ...keysOf(offer), now: now(), limits: settings.limits });
      claimed = next !== undefined;
      return next;
    });
    visitor = kept ?? (await store.visitor()) ?? visitor;
    return claimed;
  };

  const onAnswer = (answer: PromptOutcome, offer: Offer, { time }: Decision) => {
    lastAnswer = answer;
    if (answer === 'accepted') outcomes.observe({ kind: 'accepted' });
    else outputs.outcome({ decisionTime: time, kind: answer, censored: true });
    guardAsync(report, 'internal', async () => {
      const context = { ...keysOf(offer), now: now(), limits: settings.limits };
      visitor = await store.updateVisitor(
        (known) => known && policy.answer(known, answer, context),
      );
    });
  };

  const onDecision = (decision: Decision, isTick: boolean) => {
    outputs.decision(decision);
    if (isTick && enabled && last) outcomes.add(toPending(decision, last));
    if (decision.shown) outcomes.observe({ kind: 'prompted' });
  };

  const toPending = (decision: Decision, { x, intent: seen, risk }: Look): Pending => ({
    id: `${now().toString(36)}-${Math.floor(random() * 2 ** 32).toString(36)}`,
    at: now(),
    decisionTime: decision.time,
    horizonMs,
    x: Array.from(x),
    ...(seen.task && { task: seen.task.id }),
    predicted: {
      ...Object.fromEntries(
        Object.entries(risk.models).map(([expert, { probability }]) => [expert, probability]),
      ),
      hedge: risk.probability,
    },
    action: decision.action,
    shown: decision.shown,
    propensity: decision.propensity,
    arm: decision.arm,
    modelVersion: decision.modelVersion,
    groups: page.groups(),
    progressed: seen.progressAt > seen.startedAt,
  });

  const rememberSession = async () => {
    visitor = await store.updateVisitor((known) =>
      policy.touchSession(known ?? policy.newVisitor(random, now()), now()),
    );
  };

  const keep = () => {
    outcomes.observe({ kind: 'left' });
    guardAsync(report, 'internal', () =>
      Promise.all([outcomes.flush(), enabled ? loop.save() : undefined, rememberSession()]),
    );
  };

  const comeBack = () => {
    outcomes.observe({ kind: 'resumed', ...taskOf(intent.current(clock.now())) });
    guardAsync(report, 'internal', rememberSession);
  };

  const startTrainer = () => {
    trainer = createTrainer({
      url: workerUrl || new URL('./beforehand.learner.js', import.meta.url).href,
      nFeatures: featureNames.length,
      report,
      onWeights: (weights) => void model.mlp.setWeights(weights),
      window,
      state: saved.trainer,
    });
  };

  const activity$ = merge(streams.presses$, streams.keys$, streams.fields$, streams.scroll$);
  const ticks$ = decisionTicks({ page: streams, signals$ }).pipe(filter(() => isReady));
  const listen = <T>(stream$: Parameters<typeof consume<T>>[2], next: (value: T) => unknown) =>
    consume(report, 'internal', stream$, next);

  const subscriptions = [
    listen(signals$, (signal) => {
      recent.push(signal);
      outputs.signal(signal);
    }),
    listen(streams.errors$, ({ name: error }) => (lastError = error)),
    listen(streams.routes$, ({ time }) => {
      help.withdraw();
      intent.onRoute(time);
    }),
    listen(page.matches$, ({ selector, time }) => intent.onMatch(selector, time)),
    listen(merge(streams.presses$, streams.fields$), ({ time }) => intent.onInteraction(time)),
    listen(intent.events$, ({ kind, task }) =>
      // Starting a task again within the half hour is coming back to it.
      outcomes.observe({ kind: kind === 'started' ? 'resumed' : kind, ...(task && { task }) }),
    ),
    listen(activity$.pipe(throttleTime(1000)), () => outcomes.observe({ kind: 'active' })),
    listen(streams.lifecycle$, ({ kind }) => {
      if (kind === 'hidden' || kind === 'left') keep();
      if (kind === 'visible' || kind === 'restored') comeBack();
    }),
    listen(
      policy.decisionLoop({
        ticks$,
        look,
        waitMs: policy.waitMs,
        claim,
        show: (offer, form, decision) =>
          help.show(offer, form, (answer) => onAnswer(answer, offer, decision)),
        onDecision,
      }),
      noop,
    ),
  ];

  const load = async () => {
    await rememberSession();
    await loop.load();
    tracker.setState(saved.features);
    if (Date.now() !== visitor?.session.startedAt) intent.setState(saved.intent);
    await outcomes.restore();
    intent.onRoute(clock.now());
    if (settings.tasks.length === 0) outcomes.observe({ kind: 'resumed' });
    isReady = true;
  };
  const ready = load().catch((thrown: unknown) => {
    isReady = true;
    guard(report, 'internal', () => {
      throw thrown;
    });
  });
  const cancelIdle = whenIdle(window, () => {
    guardAsync(report, 'load-failed', () => help.load());
    if (enabled && workerUrl !== false) guard(report, 'worker-blocked', startTrainer);
  });

  return {
    ready,
    task: (id) => intent.task(id),
    contacted: () => outcomes.observe({ kind: 'contacted' }),
    offerHelp: () =>
      help.offerNow({ intent: intent.current(clock.now()), signals: recent, lastError, visitor }),
    report: async () => {
      const { createReport: evaluate } = await import('./evaluation/index.js');
      const weights = last?.risk.models ?? {};
      return evaluate(
        await store.decisions(),
        Object.fromEntries(Object.entries(weights).map(([expert, { weight }]) => [expert, weight])),
      );
    },
    exportData: async () => {
      await Promise.all([outcomes.flush(), loop.save()]);
      return store.exportAll();
    },
    eraseData: async () => {
      help.hide();
      forget();
      await store.erase();
    },
    stop: () => {
      cancelIdle();
      keep();
      for (const subscription of subscriptions) subscription.unsubscribe();
      help.hide();
      trainer?.stop();
      outcomes.stop();
      tracker.stop();
      intent.stop();
      model.dispose();
      store.close();
    },
  };
}

/** What is left without consent: help that the visitor asks for, and nothing that is stored. */
function rest(
  help: Help,
  name: string,
  consent: Consent,
  report: Report,
  clock: NonNullable<AssistantOptions['clock']>,
): Running {
  const erase = async () => {
    const store = createStore({ name, persistent: true, report, clock });
    await store.erase();
    store.close();
  };
  return {
    ...idle(),
    ready: consent === 'denied' ? erase().catch(noop) : Promise.resolve(),
    offerHelp: () => help.offerNow({ signals: [] }),
    eraseData: erase,
    stop: () => help.hide(),
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
    report: async () => (await import('./evaluation/index.js')).createReport([], {}),
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

function taskOf({ task }: Intent): { task?: string } {
  return task ? { task: task.id } : {};
}

/** What a prompt counts against: its task, and its first article within that task. */
function keysOf({ task, articles, kind }: Offer): { task: string; articleKey: string } {
  const id = task?.id ?? '';
  return { task: id, articleKey: `${id}/${articles[0]?.id ?? kind}` };
}
