import type { Label, LabelledExample, Milliseconds } from '../../types.js';
import { brierScore } from '../brierScore.js';
import { calibrationError } from '../calibrationError.js';
import { logLoss } from '../logLoss.js';
import { prAuc } from '../prAuc.js';
import { rocAuc } from '../rocAuc.js';
import type { Scored } from '../Scored.js';
import { alertQuality, type AlertQuality, type Episode } from './alertQuality.js';
import { createStudent, type Said } from './createStudent.js';
import { createLabelQueue, type Delay } from './labelQueue.js';
import { parseCut } from './parseCut.js';
import type { Prior } from '../../prior.js';
import type { Recording } from './Recording.js';

export interface EvaluateOptions {
  /**
   * Where in each recording a probability is asked for: `6actions` or `20s` (those that are known to
   * be over by then are left out), `every` action, or its `end`. @defaultValue `end`
   */
  readonly cut?: string;
  /** Examples a learning step. @defaultValue 1 */
  readonly batchSize?: number;
  /**
   * When a label becomes known: at the recording's end, 60 s after it, when its visitor has been
   * away for half an hour, or on the visitor's next visit. @defaultValue `0`
   */
  readonly delay?: Delay;
  /** What to start from. @defaultValue nothing */
  readonly prior?: Prior;
  /** Share of the recordings, from the first, that are learned from and not scored. @defaultValue 0 */
  readonly warmUp?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** How good one model was. */
export interface EvaluationRow {
  readonly model: string;
  readonly n: number;
  readonly positives: number;
  readonly auc: number;
  readonly prAuc: number;
  readonly logLoss: number;
  readonly brier: number;
  readonly ece: number;
  readonly alert: AlertQuality;
  /** Of features, predicting and learning, of all models together. */
  readonly microsPerEvent: number;
}

/** One probability with its label, and where it belongs. */
export interface ScoredMoment extends Scored {
  readonly user: string;
  readonly recording: string;
  readonly time: Milliseconds;
}

export interface Evaluation {
  readonly rows: readonly EvaluationRow[];
  /** Every scored moment, by model: for intervals and plots. */
  readonly moments: Readonly<Record<string, readonly ScoredMoment[]>>;
  /** What was learned. */
  readonly prior: Prior;
}

/** Share of the recordings that may be alerted. */
const BUDGET = 0.1;

/**
 * Predicts, then learns, recording by recording, with the features and models of a live page; labels
 * are learned when they become known.
 *
 * Recordings without a label are passed over.
 *
 * @see Gama, Sebastião, Rodrigues (2013), "On evaluating stream learning algorithms"
 */
export function evaluateRecordings(
  recordings: readonly Recording[],
  options: EvaluateOptions = {},
): readonly EvaluationRow[] {
  return evaluate(recordings, options).rows;
}

/** {@link evaluateRecordings} with what its rows are made of. */
export function evaluate(
  recordings: readonly Recording[],
  options: EvaluateOptions = {},
): Evaluation {
  const { cut = 'end', batchSize = 1, delay = '0', prior, warmUp = 0, onProgress } = options;
  const where = parseCut(cut);
  const student = createStudent({ prior });
  const queue = createLabelQueue(delay);
  const moments: Record<string, ScoredMoment[]> = {};
  const episodes: Record<string, Episode[]> = {};
  const waiting: LabelledExample[] = [];
  let nEvents = 0;
  const startedAt = performance.now();

  const learn = (recording: Recording, y: Label, said: readonly Said[]): void => {
    student.note(recording, y);
    const w = 1 / Math.sqrt(said.length);
    waiting.push(...said.map(({ example }) => ({ ...example, y, w })));
    while (waiting.length >= batchSize) {
      const size = batchSize > 1 ? batchSize : waiting.length;
      student.learn(waiting.splice(0, size));
    }
  };

  const score = (recording: Recording, y: Label, said: readonly Said[]): void => {
    const { id, user } = recording;
    const endMs = Math.max(recording.endMs ?? 0, recording.events.at(-1)?.[0] ?? 0);
    for (const name of Object.keys(said[0]!.predicted)) {
      const scored = said.map(({ time, predicted }) => ({
        probability: predicted[name] ?? 0.5,
        y,
        user,
        recording: id,
        time,
      }));
      (moments[name] ??= []).push(...scored);
      (episodes[name] ??= []).push({ y, endMs, moments: scored });
    }
  };

  recordings.forEach((recording, i) => {
    const { label, endMs = Infinity, events } = recording;
    if (label === undefined || (where.kind === 'time' && endMs <= where.ms)) return;
    queue.takeKnown(recording).forEach((known) => learn(...known));
    const said = student.read(recording, where);
    nEvents += events.length;
    if (!said.length) return;
    if (i >= warmUp * recordings.length) score(recording, label, said);
    queue.add(recording, label, said);
    if (i % 100 === 99) onProgress?.(i + 1, recordings.length);
  });
  queue.takeAll().forEach((known) => learn(...known));
  if (waiting.length) student.learn(waiting);
  onProgress?.(recordings.length, recordings.length);
  const microsPerEvent = (1000 * (performance.now() - startedAt)) / Math.max(1, nEvents);

  const rows = Object.keys(moments).map((model) => ({
    ...toRow(model, moments[model]!),
    alert: alertQuality(episodes[model]!, BUDGET),
    microsPerEvent,
  }));
  return { rows, moments, prior: student.toPrior() };
}

function toRow(model: string, scored: readonly Scored[]) {
  return {
    model,
    n: scored.length,
    positives: scored.filter(({ y }) => y === 1).length,
    auc: rocAuc(scored),
    prAuc: prAuc(scored),
    logLoss: logLoss(scored),
    brier: brierScore(scored),
    ece: calibrationError(scored),
  };
}
