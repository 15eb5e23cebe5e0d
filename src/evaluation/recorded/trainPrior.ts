import type { Prior } from '../../prior.js';
import { createTraining } from './createTraining.js';
import { parseCut } from './parseCut.js';
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
  const training = createTraining({ batchSize });
  recordings.forEach((recording, i) => {
    training.learn(recording, where);
    if (i % 100 === 99) onProgress?.(i + 1, recordings.length);
  });
  onProgress?.(recordings.length, recordings.length);
  return training.toPrior();
}
