import { BeforehandError, type BeforehandErrorCode } from '../errors.js';
import { guard, type Report } from '../guard.js';
import type { MlpWeights } from '../models/mlp.js';
import type { LabelledExample, Milliseconds } from '../types.js';
import { openWorker } from './openWorker.js';
import {
  areRows,
  isFromWorker,
  isSaved,
  WINDOW,
  type FromWorker,
  type Row,
  type SavedTraining,
  type ToWorker,
} from './protocol.js';

export interface TrainerOptions {
  /** Of `beforehand.learner.js`, on the page's own origin. */
  url: string;
  nFeatures: number;
  report: Report;
  /** Called with the network's weights after each batch. */
  onWeights: (weights: MlpWeights) => void;
  window: Window & typeof globalThis;
  /** From `getState` of an earlier visit; what cannot be read is started without. */
  state?: unknown;
}

/** The main thread's end of the learner. */
export interface Trainer {
  /** Queues a batch; never blocks, never throws. */
  learn(batch: readonly LabelledExample[]): void;
  /** Everything to go on from on the next visit, as plain data. */
  getState(): SavedTraining;
  /**
   * Unlearns everything, here and in the worker.
   *
   * @param state - what to begin from instead. @defaultValue nothing
   */
  forget(state?: unknown): void;
  /** Ends the worker. Safe to call twice. */
  stop(): void;
}

/** Until then a worker that loads has answered, even on a slow phone. */
const START_MS: Milliseconds = 10_000;
/** A step takes milliseconds; after this long the worker is dead, which no event tells. */
const ANSWER_MS: Milliseconds = 15_000;
/** Before the first restart; twice that before the next. */
const BACKOFF_MS: Milliseconds = 1_000;
const MAX_RESTARTS = 3;
/** Batches that may wait; then the oldest is dropped. */
const MAX_QUEUE = 500;

/**
 * Runs the learner in a worker and keeps it alive.
 *
 * ```text
 * starting ─ready─▶ idle ─learn─▶ busy ─learned─▶ idle
 *    │ error, 10 s                  │ error, 15 s
 *    ▼                              ▼
 * off: worker-blocked            waiting ─1, 2, 4 s─▶ starting, at most 3 times ─▶ off: worker-lost
 * ```
 *
 * Off, it does nothing more, and everything else goes on without the network.
 */
export function createTrainer(options: TrainerOptions): Trainer {
  const { url, nFeatures, report, onWeights, window } = options;
  const read = (state: unknown): SavedTraining =>
    isSaved(state, nFeatures) ? state : { version: 1, recent: [] };
  let { training, recent } = read(options.state);
  let queue: (readonly Row[])[] = [];
  /** The batch that the worker is at. */
  let current: readonly Row[] | undefined;
  let phase: 'starting' | 'idle' | 'busy' | 'waiting' | 'off' = 'starting';
  let worker: Worker | undefined;
  let timer = 0;
  let id = 0;
  let nRestarts = 0;
  let wasReady = false;
  let complained = false;

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

  const complain = (): void => {
    if (!complained)
      report(new BeforehandError('internal', 'a batch or an answer of the worker made no sense'));
    complained = true;
  };

  const getState = (): SavedTraining => ({
    version: 1,
    ...(training && { training }),
    recent: [...recent, ...(current ?? []), ...queue.flat()].slice(-WINDOW),
  });

  const post = (message: ToWorker): void => worker?.postMessage(message);

  const next = (): void => {
    phase = 'idle';
    window.clearTimeout(timer);
    current = queue.shift();
    if (!current) return;
    phase = 'busy';
    post({ type: 'learn', id: (id += 1), rows: current });
    after(ANSWER_MS, lose);
  };

  const receive = (data: unknown): void => {
    if (!isFromWorker(data, nFeatures)) return complain();
    if (data.type === 'ready' && phase === 'starting') {
      wasReady = true;
      next();
    } else if (data.type !== 'ready' && data.id === id && phase === 'busy') finish(data);
  };

  const finish = (answer: Exclude<FromWorker, { type: 'ready' }>): void => {
    if (answer.type === 'learned') {
      training = answer.training;
      recent = [...recent, ...current!].slice(-WINDOW);
      guard(report, 'internal', () => onWeights(answer.training.weights));
    } else complain();
    // `onWeights` may have stopped everything.
    if (phase === 'busy') next();
  };

  const lose = (): void => {
    if (!wasReady)
      giveUp('worker-blocked', 'the worker is missing, or blocked by a policy of the page');
    else if (nRestarts === MAX_RESTARTS) giveUp('worker-lost', 'the worker stopped answering');
    else {
      close('waiting');
      // What it died of is not tried again.
      current = undefined;
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
    worker.onmessage = ({ data }) => guard(report, 'internal', () => receive(data));
    worker.onmessageerror = () => guard(report, 'internal', complain);
    worker.onerror = (event) => {
      keepFromPage(event);
      guard(report, 'internal', lose);
    };
    after(START_MS, lose);
    post({
      type: 'start',
      nFeatures,
      saved: { version: 1, ...(training && { training }), recent },
    });
  };

  guard(report, 'internal', start);

  return {
    learn(batch) {
      const rows = batch.map(({ x, y, w = 1 }) => ({ x: [...x], y, w }));
      if (phase === 'off' || !rows.length) return;
      if (!areRows(rows, nFeatures)) return complain();
      queue = [...queue, rows].slice(-MAX_QUEUE);
      if (phase === 'idle') guard(report, 'internal', next);
    },
    getState,
    forget(state) {
      ({ training, recent } = read(state));
      current = undefined;
      queue = [];
      if (phase === 'off') return;
      close('waiting');
      guard(report, 'internal', start);
    },
    stop() {
      if (phase !== 'off') close('off');
    },
  };
}

/** An error that nobody prevents goes on from the worker to the page's own `window.onerror`. */
function keepFromPage(event: Event): void {
  event.preventDefault();
}
