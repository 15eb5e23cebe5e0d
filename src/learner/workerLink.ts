import { BeforehandError, type BeforehandErrorCode } from '../errors.js';
import { guard, type Report } from '../guard.js';
import type { Milliseconds } from '../types.js';
import { openWorker } from './openWorker.js';
import type { ToWorker } from './protocol.js';

export interface WorkerLinkOptions {
  readonly url: string;
  readonly window: Window & typeof globalThis;
  readonly report: Report;
  /** What each worker is told first; it answers that it is ready. */
  readonly greeting: () => ToWorker;
  /** Any message of a worker, or `undefined` for one that could not be read. */
  readonly onMessage: (data: unknown) => void;
  /** The worker died, or took too long; another is on its way. */
  readonly onLost: () => void;
}

/** A worker that is kept alive. */
export interface WorkerLink {
  /** `starting` until it says that it is ready, `waiting` between two workers, `off` for good. */
  phase(): 'starting' | 'up' | 'waiting' | 'off';
  /** The worker has said that it is ready. */
  setUp(): void;
  /** Sends what has to be answered in time. */
  ask(message: ToWorker): void;
  /** It was answered. */
  rest(): void;
  /** Ends this worker and begins with another, unless it is off. */
  renew(): void;
  /** Safe to call twice. */
  stop(): void;
}

/** Until then a worker that loads has answered, even on a slow phone. */
const START_MS: Milliseconds = 10_000;
/** A step takes milliseconds; after this long the worker is dead, which no event tells. */
const ANSWER_MS: Milliseconds = 15_000;
/** Before the first restart; twice that before the next. */
const BACKOFF_MS: Milliseconds = 1_000;
const MAX_RESTARTS = 3;

/**
 * ```text
 * starting ─setUp─▶ up ⇄ asked
 *    │ error, 10 s        │ error, 15 s
 *    ▼                    ▼
 * off: worker-blocked  waiting ─1, 2, 4 s─▶ starting, at most 3 times ─▶ off: worker-lost
 * ```
 */
export function workerLink(options: WorkerLinkOptions): WorkerLink {
  const { url, window, report, greeting, onMessage, onLost } = options;
  let phase: ReturnType<WorkerLink['phase']> = 'starting';
  let worker: Worker | undefined;
  let timer = 0;
  let nRestarts = 0;
  let wasUp = false;

  const after = (ms: Milliseconds, fn: () => void): void => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => guard(report, 'internal', fn), ms);
  };

  const close = (next: 'waiting' | 'off'): void => {
    phase = next;
    window.clearTimeout(timer);
    if (!worker) return;
    worker.onmessage = worker.onmessageerror = null;
    worker.onerror = keepFromPage;
    worker.terminate();
    worker = undefined;
  };

  const giveUp = (code: BeforehandErrorCode, message: string): void => {
    close('off');
    report(new BeforehandError(code, message));
  };

  const lose = (): void => {
    if (!wasUp)
      giveUp('worker-blocked', 'the worker is missing, or blocked by a policy of the page');
    else if (nRestarts === MAX_RESTARTS) giveUp('worker-lost', 'the worker stopped answering');
    else {
      close('waiting');
      onLost();
      after(BACKOFF_MS * 2 ** nRestarts, start);
      nRestarts += 1;
    }
  };

  const start = (): void => {
    phase = 'starting';
    try {
      worker = openWorker(window, url);
    } catch {
      return lose();
    }
    worker.onmessage = ({ data }) => guard(report, 'internal', () => onMessage(data));
    worker.onmessageerror = () => guard(report, 'internal', () => onMessage(undefined));
    worker.onerror = (event) => {
      keepFromPage(event);
      guard(report, 'internal', lose);
    };
    after(START_MS, lose);
    worker.postMessage(greeting());
  };

  guard(report, 'internal', start);

  return {
    phase: () => phase,
    setUp: () => {
      phase = 'up';
      wasUp = true;
      window.clearTimeout(timer);
    },
    ask: (message) => {
      worker?.postMessage(message);
      after(ANSWER_MS, lose);
    },
    rest: () => window.clearTimeout(timer),
    renew: () => {
      if (phase === 'off') return;
      close('waiting');
      guard(report, 'internal', start);
    },
    stop: () => {
      if (phase !== 'off') close('off');
    },
  };
}

/** An error that nobody prevents goes on from the worker to the page's own `window.onerror`. */
function keepFromPage(event: Event): void {
  event.preventDefault();
}
