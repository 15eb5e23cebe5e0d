import { BeforehandError } from '../errors.js';
import { guard, type Report } from '../guard.js';
import type { MlpWeights } from '../models/mlp.js';
import type { LabelledExample } from '../types.js';
import {
  areRows,
  isFromWorker,
  isSaved,
  WINDOW,
  type FromWorker,
  type Row,
  type SavedTraining,
} from './protocol.js';
import { workerLink } from './workerLink.js';

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

/** Batches that may wait; then the oldest is dropped. */
const MAX_QUEUE = 500;

/**
 * Sends batches to the learner in its worker, one at a time, and keeps what it comes to. Where the
 * worker is off for good this does nothing more, and everything else goes on without the network.
 */
export function createTrainer(options: TrainerOptions): Trainer {
  const { nFeatures, report, onWeights } = options;
  const read = (state: unknown): SavedTraining =>
    isSaved(state, nFeatures) ? state : { version: 1, recent: [] };
  let { training, recent } = read(options.state);
  let queue: (readonly Row[])[] = [];
  /** The batch that the worker is at. */
  let current: readonly Row[] | undefined;
  let id = 0;
  let complained = false;

  const complain = (): void => {
    if (!complained)
      report(new BeforehandError('internal', 'a batch or an answer of the worker made no sense'));
    complained = true;
  };

  const saved = (rows: readonly Row[]): SavedTraining => ({
    version: 1,
    ...(training && { training }),
    recent: rows.slice(-WINDOW),
  });

  const next = (): void => {
    if (current || link.phase() !== 'up') return;
    current = queue.shift();
    if (current) link.ask({ type: 'learn', id: (id += 1), rows: current });
    else link.rest();
  };

  const finish = (answer: Exclude<FromWorker, { type: 'ready' }>): void => {
    const rows = current!;
    current = undefined;
    if (answer.type === 'learned') {
      training = answer.training;
      recent = [...recent, ...rows].slice(-WINDOW);
      guard(report, 'internal', () => onWeights(answer.training.weights));
    } else complain();
    next();
  };

  const receive = (data: unknown): void => {
    if (!isFromWorker(data, nFeatures)) return complain();
    if (data.type === 'ready') {
      if (link.phase() !== 'starting') return;
      link.setUp();
      next();
    } else if (data.id === id && current) finish(data);
  };

  const link = workerLink({
    ...options,
    greeting: () => ({ type: 'start', nFeatures, saved: saved(recent) }),
    onMessage: receive,
    // What it died of is not tried again.
    onLost: () => (current = undefined),
  });

  return {
    learn(batch) {
      const rows = batch.map(({ x, y, w = 1 }) => ({ x: [...x], y, w }));
      if (link.phase() === 'off' || !rows.length) return;
      if (!areRows(rows, nFeatures)) return complain();
      queue = [...queue, rows].slice(-MAX_QUEUE);
      guard(report, 'internal', next);
    },
    getState: () => saved([...recent, ...(current ?? []), ...queue.flat()]),
    forget(state) {
      ({ training, recent } = read(state));
      current = undefined;
      queue = [];
      link.renew();
    },
    stop: link.stop,
  };
}
