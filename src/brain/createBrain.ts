/**
 * What decides and learns: loaded a moment after the first file, which listens from the start.
 *
 * ```text
 * ticks$ ─▶ x ─▶ risk ─▶ offer ─▶ policy ─▶ prompt ─▶ answer ─▶ outcomes ─▶ labels ─▶ model
 *                                                                            └▶ worker, storage
 * ```
 */
import { filter, noop, type Observable } from 'rxjs';
import type { HostPage } from '../browser/index.js';
import { createFeatureTracker, decisionTicks } from '../features/index.js';
import { consume, guard, guardAsync, type Report } from '../guard.js';
import type { Outputs, Running } from '../handle.js';
import { createIntent } from '../intent/index.js';
import type { Settings } from '../options.js';
import { createOutcomes } from '../outcomes/index.js';
import { decisionLoop } from '../policy/index.js';
import type { Store } from '../storage/Store.js';
import type {
  Clock,
  Consent,
  Decision,
  Milliseconds,
  Offer,
  PromptOutcome,
  Signal,
} from '../types.js';
import { attemptLooks } from './attemptLooks.js';
import { createDecider } from './createDecider.js';
import { createLearning } from './createLearning.js';
import { groupsOf } from './groupsOf.js';
import { createHelp } from './help.js';
import { toPending } from './toPending.js';
import { createVisitorRecord } from './visitorRecord.js';
import { watchActivity } from './watchActivity.js';

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

/** Whoever pressed faster than anybody aims, this long ago, is at play: nothing is decided of it. */
const DRUMMED_MS: Milliseconds = 1000;

/** Puts together everything that decides and learns. */
export function createBrain(options: BrainOptions): Brain {
  const { window, settings, outputs, report, clock, random, store, page, signals$ } = options;
  const { streams } = page;
  const { limits, tasks } = settings;
  const { enabled, workerUrl } = settings.learning;
  const now = () => clock.wallTime();
  let isReady = false;
  let isStopped = false;

  const help = createHelp({ document: window.document, settings, report, clock });
  const record = createVisitorRecord({ store, limits, random, now, report });
  const intent = createIntent({
    tasks,
    location: () => window.location,
    document: window.document,
    isShown: (selector) => page.isShown(selector),
    report,
    clock,
  });
  const tracker = createFeatureTracker({
    page: streams,
    signals$,
    clock,
    report,
    context: () => {
      const current = intent.current(clock.now());
      const visitor = record.current();
      return {
        intent: current,
        ...decider.past(),
        ...learning.pastOf(current.task?.id),
        promptsShown: visitor?.session.shown ?? 0,
        firstVisit: visitor?.firstSeenAt === visitor?.session.startedAt,
      };
    },
  });
  const looks = attemptLooks(clock);
  const learning = createLearning({
    ...{ window, store, report, intent, looks },
    learning: settings.learning,
    features: tracker,
  });
  const decider = createDecider({
    ...options,
    ...{ help, intent, tracker, learning, looks, record },
    isPersistent: () => store.persistent,
    onRisk: outputs.risk,
  });
  const outcomes = createOutcomes({
    store,
    clock,
    report,
    onSettled: (settled) => {
      for (const { outcome } of settled) outputs.outcome(outcome);
      learning.learn(settled);
    },
  });

  const activity = watchActivity(streams, { intent, outcomes, report });

  const forget = () => {
    learning.forget();
    outcomes.forget();
    record.forget();
    decider.forget();
    looks.forget();
  };

  const onDecision = (decision: Decision, isTick: boolean) => {
    outputs.decision(decision);
    const seen = decider.last();
    if (isTick) record.touchSeldom();
    if (isTick && enabled && seen) {
      const groups = groupsOf(window, activity.pointer());
      const at = now();
      outcomes.add(toPending(decision, seen, { at, random, groups, ...activity.latest() }));
    }
    if (decision.shown) outcomes.observe({ kind: 'prompted' });
  };

  const onAnswer = (answer: PromptOutcome, offer: Offer, { time }: Decision) => {
    decider.noteAnswer(answer);
    if (answer === 'accepted') outcomes.observe({ kind: 'accepted' });
    else outputs.outcome({ decisionTime: time, kind: answer, censored: true });
    record.answer(answer, offer);
  };

  const keep = () => {
    outcomes.observe({ kind: 'left' });
    guardAsync(report, 'internal', () =>
      Promise.all([outcomes.flush(), enabled ? learning.save() : undefined, record.touch()]),
    );
  };

  const comeBack = () => {
    const { task } = intent.current(clock.now());
    outcomes.observe({ kind: 'resumed' });
    if (task) outcomes.observe({ kind: 'resumed', task: task.id });
    guardAsync(report, 'internal', record.touch);
  };

  const isAiming = () => window.performance.now() - page.drummedAt() > DRUMMED_MS;

  const listen = <T>(stream$: Observable<T>, next: (value: T) => unknown) =>
    consume(report, 'internal', stream$, next);

  const subscriptions = [
    listen(signals$, decider.note),
    listen(streams.errors$, ({ name }) => decider.noteError(name)),
    listen(streams.routes$, ({ time }) => {
      help.withdraw();
      intent.onRoute(time);
    }),
    listen(page.matches$, ({ selector, time }) => intent.onMatch(selector, time)),
    listen(intent.events$, ({ kind, task }) =>
      // Starting a task again within the half hour is coming back to it.
      outcomes.observe({ kind: kind === 'started' ? 'resumed' : kind, ...(task && { task }) }),
    ),
    listen(streams.lifecycle$, ({ kind }) => {
      if (kind === 'hidden' || kind === 'left') keep();
      if (kind === 'visible' || kind === 'restored') comeBack();
    }),
    listen(
      decisionLoop({
        ticks$: decisionTicks({ page: streams, signals$ }).pipe(
          filter(() => isReady && isAiming()),
        ),
        look: decider.look,
        waitMs: decider.waitMs,
        claim: record.claim,
        show: (offer, form, decision) =>
          help.show(offer, form, (answer) => onAnswer(answer, offer, decision)),
        onDecision,
      }),
      noop,
    ),
  ];

  const load = async () => {
    await record.touch();
    await learning.load();
    await outcomes.restore();
    intent.onRoute(clock.now());
    if (tasks.length === 0) outcomes.observe({ kind: 'resumed' });
  };

  return {
    load: () =>
      load().finally(() => {
        isReady = true;
      }),
    warmUp: () => {
      if (isStopped) return;
      guardAsync(report, 'load-failed', () => help.load());
      if (enabled && workerUrl !== false) guard(report, 'worker-blocked', learning.startWorker);
    },
    forget,
    task: (id) => intent.task(id),
    contacted: () => outcomes.observe({ kind: 'contacted' }),
    offerHelp: () => help.offerNow(decider.moment()),
    report: async () => {
      const { createReport } = await import('../evaluation/createReport.js');
      const experts = Object.entries(decider.last()?.risk.models ?? {});
      const weights = experts.map(([name, { weight }]) => [name, weight] as const);
      return createReport(await store.decisions(), Object.fromEntries(weights));
    },
    exportData: async () => {
      await Promise.all([outcomes.flush(), learning.save()]);
      return store.exportAll();
    },
    eraseData: async () => {
      help.hide();
      forget();
      await store.erase();
    },
    stop: () => {
      isStopped = true;
      keep();
      for (const subscription of subscriptions) subscription.unsubscribe();
      activity.stop();
      help.hide();
      learning.stop();
      outcomes.stop();
      tracker.stop();
      intent.stop();
    },
  };
}
