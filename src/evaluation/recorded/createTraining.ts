import type { Prior } from '../../prior.js';
import type { LabelledExample } from '../../types.js';
import { createStudent } from './createStudent.js';
import type { Cut } from './playRecording.js';
import type { Recording } from './Recording.js';

/** Learns from recordings, each seen once, in the order in which they come. */
export interface Training {
  /** Passes over a recording without a label. */
  learn(recording: Recording, cut: Cut): void;
  /** What all of them taught so far, those that wait for a full step included. */
  toPrior(): Prior;
}

export interface TrainingOptions {
  /** Examples a learning step. */
  readonly batchSize: number;
  /** What to start from. @defaultValue nothing */
  readonly prior?: Prior | undefined;
}

export function createTraining({ batchSize, prior }: TrainingOptions): Training {
  const student = createStudent({ prior });
  const waiting: LabelledExample[] = [];
  return {
    learn: (recording, cut) => {
      const { label: y } = recording;
      if (y === undefined) return;
      const said = student.read(recording, cut);
      const w = 1 / Math.sqrt(said.length);
      student.note(recording, y);
      waiting.push(...said.map(({ example }) => ({ ...example, y, w })));
      while (waiting.length && waiting.length >= batchSize) {
        student.learn(waiting.splice(0, batchSize > 1 ? batchSize : waiting.length));
      }
    },
    toPrior: () => {
      if (waiting.length) student.learn(waiting.splice(0));
      return student.toPrior();
    },
  };
}
