import type { LabelledExample } from '../../types.js';
import { createStudent } from './createStudent.js';
import { parseCut } from './parseCut.js';
import type { Prior } from '../../prior.js';
import type { Recording } from './Recording.js';

export interface TrainOptions {
  /** Examples a learning step. @defaultValue 1 */
  readonly batchSize?: number;
  /** Which moments to learn from; see `evaluateRecordings`. @defaultValue `every` */
  readonly cut?: string;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Learns what a site may ship from recordings with labels, each seen once. */
export function trainPrior(recordings: readonly Recording[], options: TrainOptions = {}): Prior {
  const { batchSize = 1, cut = 'every', onProgress } = options;
  const where = parseCut(cut);
  const student = createStudent();
  const waiting: LabelledExample[] = [];
  recordings.forEach((recording, i) => {
    const { label: y } = recording;
    if (y === undefined) return;
    const said = student.read(recording, where);
    const w = 1 / Math.sqrt(said.length);
    student.note(recording, y);
    waiting.push(...said.map(({ example }) => ({ ...example, y, w })));
    while (waiting.length && waiting.length >= batchSize) {
      student.learn(waiting.splice(0, batchSize > 1 ? batchSize : waiting.length));
    }
    if (i % 100 === 99) onProgress?.(i + 1, recordings.length);
  });
  if (waiting.length) student.learn(waiting);
  onProgress?.(recordings.length, recordings.length);
  return student.toPrior();
}
