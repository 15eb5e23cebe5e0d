import { Subject, type Observable } from 'rxjs';
import { guard, guardAsync, type Report } from './guard.js';
import type {
  Assistant,
  AssistantOptions,
  Consent,
  Decision,
  Outcome,
  Report as ReportData,
  Risk,
  Signal,
  TaskHandle,
} from './types.js';

/** Decisions that `explain()` remembers. */
const MAX_EXPLAINED = 50;

/** What a running assistant can be asked; the composition root makes one for each consent. */
export interface Running {
  readonly ready: Promise<void>;
  task(id: string): TaskHandle;
  contacted(): void;
  offerHelp(): void;
  report(): Promise<ReportData>;
  exportData(): Promise<Readonly<Record<string, unknown>>>;
  eraseData(): Promise<void>;
  stop(): void;
}

/** Where a running assistant puts what it finds. */
export interface Outputs {
  readonly signal: (signal: Signal) => void;
  readonly risk: (risk: Risk) => void;
  readonly decision: (decision: Decision) => void;
  readonly outcome: (outcome: Outcome) => void;
}

export type Start = (consent: Consent, outputs: Outputs) => Running;

type Callbacks = Pick<AssistantOptions, 'onSignal' | 'onRisk' | 'onDecision' | 'onOutcome'>;

/**
 * The public handle around what runs behind it: it outlives every change of consent, and after
 * `stop()` answers harmlessly.
 */
export function createHandle(
  { callbacks, consent, report }: { callbacks: Callbacks; consent: Consent; report: Report },
  start: Start,
): Assistant {
  const signals = output(report, callbacks.onSignal);
  const risks = output(report, callbacks.onRisk);
  const decisions = output(report, callbacks.onDecision);
  const outcomes = output(report, callbacks.onOutcome);
  const explained: Decision[] = [];
  const outputs: Outputs = {
    signal: signals.put,
    risk: risks.put,
    decision: (decision) => {
      explained.push(decision);
      if (explained.length > MAX_EXPLAINED) explained.shift();
      decisions.put(decision);
    },
    outcome: outcomes.put,
  };

  let current = consent;
  let stopped = false;
  let running = start(current, outputs);

  const setConsent = (next: Consent) => {
    if (stopped || next === current) return;
    guard(report, 'internal', () => running.stop());
    current = next;
    running = start(current, outputs);
  };

  return {
    signals$: signals.stream$,
    risk$: risks.stream$,
    decisions$: decisions.stream$,
    outcomes$: outcomes.stream$,
    ready: running.ready,
    task: (id) => running.task(id),
    contacted: () => guard(report, 'internal', () => running.contacted()),
    offerHelp: () => guard(report, 'internal', () => running.offerHelp()),
    explain: () => [...explained],
    report: () => running.report(),
    setConsent,
    exportData: () => running.exportData(),
    eraseData: async () => {
      explained.length = 0;
      await running.eraseData();
    },
    stop: () => {
      if (stopped) return;
      stopped = true;
      guard(report, 'internal', () => running.stop());
      for (const { end } of [signals, risks, decisions, outcomes]) end();
    },
  };
}

/** A stream and its callback twin. What a subscriber or callback throws is the host's, told by `onError`. */
function output<T>(report: Report, callback: ((value: T) => void) | undefined) {
  const subject = new Subject<T>();
  const stream$: Observable<T> = subject.asObservable();
  return {
    stream$,
    put: (value: T) => {
      subject.next(value);
      if (callback) guardAsync(report, 'callback-error', () => callback(value));
    },
    end: () => subject.complete(),
  };
}
