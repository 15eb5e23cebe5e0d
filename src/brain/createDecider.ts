import type { HostPage } from '../browser/index.js';
import type { FeatureTracker } from '../features/index.js';
import type { IntentTracker } from '../intent/index.js';
import type { Settings } from '../options.js';
import * as policy from '../policy/index.js';
import type {
  Clock,
  Consent,
  Decision,
  Milliseconds,
  Offer,
  PromptOutcome,
  Risk,
  Signal,
} from '../types.js';
import type { AttemptLooks } from './attemptLooks.js';
import type { Learning } from './createLearning.js';
import type { Help, HelpMoment } from './help.js';
import type { Look } from './toPending.js';
import type { VisitorRecord } from './visitorRecord.js';

/** Share of a tick's risk in the leaky mean of past risk; a tick comes about every 5 to 20 s. */
const PAST_RISK_SHARE = 0.2;

/** Signals older than this are no reason to offer anything. */
const RECENT_MS: Milliseconds = 120_000;

export interface DeciderOptions {
  readonly page: HostPage;
  readonly settings: Settings;
  readonly consent: Consent;
  readonly clock: Clock;
  readonly random: () => number;
  readonly isPersistent: () => boolean;
  readonly help: Help;
  readonly intent: IntentTracker;
  readonly tracker: Pick<FeatureTracker, 'look'>;
  readonly learning: Pick<Learning, 'model' | 'worse'>;
  readonly looks: Pick<AttemptLooks, 'count'>;
  readonly record: Pick<VisitorRecord, 'current'>;
  /** Told of the risk at each tick. */
  readonly onRisk: (risk: Risk) => void;
}

/** What is known of the visit so far, and what it says about this moment. */
export interface Decider {
  note(signal: Signal): void;
  noteError(name: string): void;
  noteAnswer(answer: PromptOutcome): void;
  /** @param isTick - false when a decision that had to wait is taken up again */
  look(isTick: boolean): policy.Moment;
  waitMs(decision: Decision): Milliseconds | undefined;
  /** What the last tick found out. */
  last(): Look | undefined;
  /** What help is chosen by when the visitor asks for it. */
  moment(): HelpMoment;
  /** Of this visit, for the features. */
  past(): { readonly pastRisk: number; readonly lastAnswer: PromptOutcome | undefined };
  forget(): void;
}

/** Looks at a moment, and decides whether to act in it. */
export function createDecider(options: DeciderOptions): Decider {
  const { page, settings, consent, clock, random } = options;
  const { help, intent, tracker, learning, looks, record } = options;
  let recent: Signal[] = [];
  let lastError: string | undefined;
  let lastAnswer: PromptOutcome | undefined;
  let pastRisk = 0;
  let last: Look | undefined;
  /** What is decided on anew while a decision waits. */
  let waiting:
    | { readonly risk: Risk; readonly offer: Offer | undefined; held?: Decision | undefined }
    | undefined;

  const assess = (time: Milliseconds): Omit<Look, 'nth'> => {
    const { x, slots } = tracker.look();
    const current = intent.current(time);
    const { task } = current;
    const { predicted, ...assessment } = learning.model.assess(x, slots);
    const risk: Risk = {
      time,
      ...assessment,
      horizonMs: settings.learning.horizonMs,
      ...(task && { task: { id: task.id, probability: task.probability } }),
    };
    return { x, slots, intent: current, risk, predicted };
  };

  const moment = (): HelpMoment => ({
    intent: intent.current(clock.now()),
    signals: recent,
    lastError,
    visitor: record.current(),
  });

  const decideOn = (risk: Risk, offer: Offer | undefined): Decision => {
    const visitor = record.current();
    const now = clock.wallTime();
    return policy.decide({
      time: risk.time,
      risk,
      offerExists: offer !== undefined,
      situation: page.situation(),
      limits: settings.limits,
      visitor,
      now,
      sessionMs: visitor ? now - visitor.session.startedAt : 0,
      errorSeen: lastError !== undefined,
      consent,
      receptivity: policy.receptivityOf(visitor),
      worse: learning.worse,
      storagePersistent: options.isPersistent(),
      arm: visitor ? policy.armOf(visitor.id, settings.holdout) : 'treated',
      task: offer?.task?.id,
      promptOpen: help.isOpen(),
      random,
      modelVersion: learning.model.version(),
    });
  };

  /** Where the moment is no better yet, the risk need not be known anew: only acting needs that. */
  const heldUp = (): Decision | undefined => {
    if (!waiting) return undefined;
    // Who is busy is not to be interrupted, whatever else there is to see on the page.
    if (waiting.held && page.situation().quietMs < policy.QUIET_MS) return waiting.held;
    const decision = decideOn(waiting.risk, waiting.offer);
    waiting.held = policy.isWorthWaiting(decision) ? decision : undefined;
    return waiting.held;
  };

  return {
    note: (signal) => recent.push(signal),
    noteError: (name) => (lastError = name),
    noteAnswer: (answer) => (lastAnswer = answer),
    look: (isTick) => {
      const time = clock.now();
      intent.onTick(time);
      const held = isTick ? undefined : heldUp();
      if (held) return { offer: waiting?.offer, decide: () => held };
      const seen = assess(time);
      const { risk } = seen;
      recent = recent.filter((signal) => time - signal.time < RECENT_MS);
      const offer = help.offer({ ...moment(), intent: seen.intent, risk });
      waiting = { risk, offer };
      if (isTick) {
        last = { ...seen, nth: looks.count(seen.intent) };
        pastRisk += PAST_RISK_SHARE * (risk.probability - pastRisk);
        options.onRisk(risk);
      }
      return { offer, decide: () => decideOn(risk, offer) };
    },
    waitMs: (decision) => {
      const shortly = policy.waitMs(decision);
      const visitor = record.current();
      const isYoung = decision.gates.some(({ name, passed }) => name === 'minSession' && !passed);
      if (shortly === undefined || !visitor || !isYoung) return shortly;
      // A session that is too young is waited for to the end; looking more often would tell no more.
      const oldAt = visitor.session.startedAt + settings.limits.minSessionMs;
      return Math.max(shortly, oldAt - clock.wallTime());
    },
    last: () => last,
    moment,
    past: () => ({ pastRisk, lastAnswer }),
    forget: () => {
      pastRisk = 0;
      waiting = undefined;
    },
  };
}
