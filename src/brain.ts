/**
 * What decides and learns: loaded a moment after the first file, which listens from the start.
 *
 * ```text
 * ticks$ ─▶ x ─▶ risk ─▶ offer ─▶ policy ─▶ prompt ─▶ answer ─▶ outcomes ─▶ labels ─▶ model
 *                                                                            └▶ worker, storage
 * ```
 */
import { filter, merge, noop, throttleTime, type Observable } from 'rxjs';
import type { HostPage } from './browser/index.js';
import {
  createFeatureTracker,
  createPast,
  decisionTicks,
  featureNames,
  SCHEMA_VERSION,
  type FeatureContext,
} from './features/index.js';
import { consume, guard, guardAsync, type Report } from './guard.js';
import type { Outputs, Running } from './handle.js';
import { createHelp } from './help.js';
import { createIntent } from './intent/index.js';
import { createTrainer, type Trainer } from './learner/index.js';
import { createLearningLoop, modelVersion, riskModel } from './models/index.js';
import type { Settings } from './options.js';
import { createOutcomes } from './outcomes/index.js';
import { readPrior } from './prior.js';
import * as policy from './policy/index.js';
import type { Store } from './storage/Store.js';
import type {
  Clock,
  Consent,
  Decision,
  FeatureVector,
  Intent,
  Milliseconds,
  Offer,
  Pending,
  PromptOutcome,
  Risk,
  Signal,
  Slots,
  Visitor,
} from './types.js';

// What the script tag's second file holds beside the brain.
export * from './detectors/lateDetectors.js';
export { createHelp } from './help.js';
export { createStore } from './storage/index.js';

/** Share of a tick's risk in the leaky mean of past risk; a tick comes about every 5 to 20 s. */
const PAST_RISK_SHARE = 0.2;

/** Signals older than this are no reason to offer anything. */
const RECENT_MS: Milliseconds = 120_000;

/** How often a visit that goes on is noted. */
const TOUCH_MS: Milliseconds = 5 * 60_000;

/** What the brain is given: the senses, the memory, and where to say what it thinks. */
export interface BrainOptions {
  readonly window: Window & typeof globalThis;
  readonly settings: Settings;
  readonly consent: Consent;
  readonly outputs: Outputs;
  readonly report: Report;
  readonly clock: Clock;
  readonly random: () => number;
  readonly store: Store;
  readonly page: HostPage;
  readonly signals$: Observable<Signal>;
}

export interface Brain extends Omit<Running, 'ready'> {
  /** Loads what was learned; the first decision comes after it. */
  load(): Promise<void>;
  /** Loads what a prompt is made of, and starts the worker: when the page is idle. */
  warmUp(): void;
  /** Drops everything that was learned, since it was erased. */
  forget(): void;
}

/** What one tick found out, kept until its decision is known. */
interface Look {
  readonly x: FeatureVector;
  readonly slots: Slots;
  readonly intent: Intent;
  readonly risk: Risk;
  /** What each part of the model said; see `LabelledExample`. */
  readonly predicted: Readonly<Record<string, number>>;
}

/** Puts together everything that decides and learns. */
export function createBrain(options: BrainOptions): Brain {
  const { window, settings, consent, outputs, report, clock, random, store, page } = options;
  const { signals$ } = options;
  const { document } = window;
  const help = createHelp({ document, settings, report, clock });
  const intent = createIntent({
    tasks: settings.tasks,
    location: () => window.location,
    document,
    isShown: (selector) => page.isShown(selector),
    report,
    clock,
  });
  const { streams } = page;

  let visitor: Visitor | undefined;
  let lastAnswer: PromptOutcome | undefined;
  let lastError: string | undefined;
  let pastRisk = 0;
  let interactedAt = -Infinity;
  let recent: Signal[] = [];
  let isReady = false;
  let last: Look | undefined;
  let trainer: Trainer | undefined;
  let saved: {
    readonly features?: unknown;
    readonly intent?: unknown;
    readonly trainer?: unknown;
    readonly past?: unknown;
  } = {};

  const { prior } = settings.learning;
  const known = prior && guard(report, 'prior-rejected', () => readPrior(prior));
  const past = createPast(known);

  const now = () => clock.wallTime();
  const context = (): FeatureContext => ({
    intent: intent.current(clock.now()),
    pastRisk,
    promptsShown: visitor?.session.shown ?? 0,
    lastAnswer,
    ...past.of(intent.current(clock.now()).task?.id),
    firstVisit: visitor?.firstSeenAt === visitor?.session.startedAt,
  });
  const tracker = createFeatureTracker({ page: streams, signals$, clock, report, context });

  const { horizonMs, batchSize, enabled, workerUrl } = settings.learning;
  const model = known?.model
    ? riskModel({ featureNames, prior: known.model })
    : riskModel({ featureNames });
  const unlearned = {
    model: model.getState(),
    features: tracker.getState(),
    past: past.getState(),
  };

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
        past: past.getState(),
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
        settled.flatMap(
          ({ pending: { x, slots = [], predicted, task }, outcome: { label: y } }) => {
            // One from before an update has other features.
            if (y === undefined || x.length !== featureNames.length) return [];
            past.note(y, task);
            return [{ x: Float64Array.from(x), slots, y, predicted }];
          },
        ),
      );
    },
  });

  const forget = () => {
    model.setState(unlearned.model);
    tracker.setState(unlearned.features);
    past.setState(unlearned.past);
    loop.reset();
    trainer?.forget();
    outcomes.forget();
    saved = {};
    visitor = undefined;
    pastRisk = 0;
  };

  const look = (isTick: boolean) => {
    const time = clock.now();
    intent.onTick(time);
    const { x, slots } = tracker.look();
    const current = intent.current(time);
    const { task } = current;
    const { predicted, ...assessment } = model.assess(x, slots);
    const risk: Risk = {
      time,
      ...assessment,
      horizonMs,
      ...(task && { task: { id: task.id, probability: task.probability } }),
    };
    recent = recent.filter((signal) => time - signal.time < RECENT_MS);
    const offer = help.offer({ intent: current, signals: recent, risk, lastError, visitor });
    if (isTick) {
      keepSessionOpen();
      last = { x, slots, intent: current, risk, predicted };
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
      sessionMs: visitor ? now() - visitor.session.startedAt : 0,
      errorSeen: lastError !== undefined,
      consent,
      receptivity: policy.receptivityOf(visitor),
      storagePersistent: store.persistent,
      arm: visitor ? policy.armOf(visitor.id, settings.holdout) : 'treated',
      task: offer?.task?.id,
      promptOpen: help.isOpen(),
      random,
      modelVersion: modelVersion(model),
    });

  /** A session that is too young is waited for to the end; looking more often would tell no more. */
  const waitMs = (decision: Decision): number | undefined => {
    const shortly = policy.waitMs(decision);
    if (shortly === undefined || !visitor) return shortly;
    const isYoung = decision.gates.some(
      ({ name: gate, passed }) => gate === 'minSession' && !passed,
    );
    const untilMs = visitor.session.startedAt + settings.limits.minSessionMs - now();
    return isYoung ? Math.max(shortly, untilMs) : shortly;
  };

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

  const toPending = (
    decision: Decision,
    { x, slots, intent: seen, risk, predicted }: Look,
  ): Pending => ({
    id: `${now().toString(36)}-${Math.floor(random() * 2 ** 32).toString(36)}`,
    at: now(),
    decisionTime: decision.time,
    horizonMs,
    x: Array.from(x),
    slots,
    ...(seen.task && { task: seen.task.id }),
    predicted: { ...predicted, hedge: risk.probability },
    action: decision.action,
    shown: decision.shown,
    propensity: decision.propensity,
    arm: decision.arm,
    modelVersion: decision.modelVersion,
    groups: page.groups(),
    // A task without steps to walk has no other progress than what is done in it.
    progressed:
      seen.progressAt > seen.startedAt || (seen.nSteps <= 1 && interactedAt > seen.startedAt),
  });

  const rememberSession = async () => {
    visitor = await store.updateVisitor((known) =>
      policy.touchSession(known ?? policy.newVisitor(random, now()), now()),
    );
  };

  /** A session ends after half an hour without a touch; a long visit is not to end by itself. */
  const keepSessionOpen = () => {
    const untouchedMs = visitor ? now() - visitor.session.lastSeenAt : 0;
    if (untouchedMs > TOUCH_MS) guardAsync(report, 'internal', rememberSession);
  };

  const keep = () => {
    outcomes.observe({ kind: 'left' });
    guardAsync(report, 'internal', () =>
      Promise.all([outcomes.flush(), enabled ? loop.save() : undefined, rememberSession()]),
    );
  };

  const comeBack = () => {
    const { task } = intent.current(clock.now());
    outcomes.observe({ kind: 'resumed' });
    if (task) outcomes.observe({ kind: 'resumed', task: task.id });
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
  const listen = <T>(stream$: Parameters<typeof consume<T>>[2], next: (value: T) => unknown) =>
    consume(report, 'internal', stream$, next);

  const subscriptions = [
    listen(signals$, (signal) => recent.push(signal)),
    listen(streams.errors$, ({ name: error }) => (lastError = error)),
    listen(streams.routes$, ({ time }) => {
      help.withdraw();
      intent.onRoute(time);
    }),
    listen(page.matches$, ({ selector, time }) => intent.onMatch(selector, time)),
    listen(merge(streams.presses$, streams.fields$), ({ time }) => {
      interactedAt = time;
      intent.onInteraction(time);
    }),
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
        ticks$: decisionTicks({ page: streams, signals$ }).pipe(filter(() => isReady)),
        look,
        waitMs,
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
    past.setState(saved.past);
    if (Date.now() !== visitor?.session.startedAt) intent.setState(saved.intent);
    await outcomes.restore();
    intent.onRoute(clock.now());
    if (settings.tasks.length === 0) outcomes.observe({ kind: 'resumed' });
  };
  let cancelled = false;

  return {
    load: () =>
      load().finally(() => {
        isReady = true;
      }),
    warmUp: () => {
      if (cancelled) return;
      guardAsync(report, 'load-failed', () => help.load());
      if (enabled && workerUrl !== false) guard(report, 'worker-blocked', startTrainer);
    },
    forget,
    task: (id) => intent.task(id),
    contacted: () => outcomes.observe({ kind: 'contacted' }),
    offerHelp: () =>
      help.offerNow({ intent: intent.current(clock.now()), signals: recent, lastError, visitor }),
    report: async () => {
      const { createReport: evaluate } = await import('./evaluation/createReport.js');
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
      cancelled = true;
      keep();
      for (const subscription of subscriptions) subscription.unsubscribe();
      help.hide();
      trainer?.stop();
      outcomes.stop();
      tracker.stop();
      intent.stop();
      model.dispose();
    },
  };
}

/** What a prompt counts against: its task, and its first article within that task. */
function keysOf({ task, articles, kind }: Offer): { task: string; articleKey: string } {
  const id = task?.id ?? '';
  return { task: id, articleKey: `${id}/${articles[0]?.id ?? kind}` };
}
