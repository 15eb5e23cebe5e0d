import type { Observable } from 'rxjs';
import { guard, type Report } from '../guard.js';
import type { Action, Assistant, Decision, Milliseconds, Outcome, Risk, Signal } from '../types.js';
import { createHistory, type History } from './createHistory.js';

/** As much of the assistant as the inspector uses. */
export type Inspected = Pick<
  Assistant,
  | 'signals$'
  | 'risk$'
  | 'decisions$'
  | 'outcomes$'
  | 'explain'
  | 'report'
  | 'eraseData'
  | 'exportData'
  | 'offerHelp'
>;

export interface RiskPoint {
  readonly time: Milliseconds;
  readonly probability: number;
}

/** A prompt that was shown. */
export interface Shown {
  readonly time: Milliseconds;
  readonly action: Action;
}

/** An outcome and when it became known, which may be long after its decision. */
export interface Known {
  readonly time: Milliseconds;
  readonly outcome: Outcome;
}

/** What has been seen of the assistant lately: bounded, however long the page stays open. */
export interface Log {
  /** When watching began, or everything was forgotten. */
  readonly since: Milliseconds;
  /** The last risk. */
  readonly risk: Risk | undefined;
  /** For the plot: decisions come at least 5 s apart, so this is more than its 5 minutes. */
  readonly risks: History<RiskPoint>;
  readonly signals: History<Signal>;
  readonly decisions: History<Decision>;
  readonly shown: History<Shown>;
  readonly outcomes: History<Known>;
  readonly isEmpty: () => boolean;
  readonly clear: () => void;
  readonly stop: () => void;
}

export interface LogOptions {
  readonly report: Report;
  readonly now: () => Milliseconds;
  readonly onChange: () => void;
}

/** Follows the assistant, beginning with what it remembers of its decisions. */
export function createLog(assistant: Inspected, { report, now, onChange }: LogOptions): Log {
  const risks = createHistory<RiskPoint>(128);
  const signals = createHistory<Signal>(30);
  const decisions = createHistory<Decision>(20);
  const shown = createHistory<Shown>(20);
  const outcomes = createHistory<Known>(30);
  const histories = [risks, signals, decisions, shown, outcomes];
  let risk: Risk | undefined;
  let since = now();

  const onRisk = (next: Risk) => {
    risk = next;
    risks.add({ time: next.time, probability: next.probability });
  };
  const onDecision = (decision: Decision) => {
    decisions.add(decision);
    if (decision.shown) shown.add({ time: decision.time, action: decision.action });
  };
  guard(report, 'internal', () => {
    for (const decision of assistant.explain()) {
      onRisk(decision.risk);
      onDecision(decision);
    }
  });

  const follow = <T>(stream$: Observable<T>, next: (value: T) => void) =>
    stream$.subscribe((value) =>
      guard(report, 'internal', () => {
        next(value);
        onChange();
      }),
    );
  const subscriptions = [
    follow(assistant.risk$, onRisk),
    follow(assistant.signals$, signals.add),
    follow(assistant.decisions$, onDecision),
    follow(assistant.outcomes$, (outcome) => outcomes.add({ time: now(), outcome })),
  ];

  return {
    get since() {
      return since;
    },
    get risk() {
      return risk;
    },
    risks,
    signals,
    decisions,
    shown,
    outcomes,
    isEmpty: () => histories.every(({ items }) => items.length === 0),
    clear: () => {
      risk = undefined;
      since = now();
      for (const history of histories) history.clear();
      onChange();
    },
    stop: () => {
      for (const subscription of subscriptions) subscription.unsubscribe();
    },
  };
}
