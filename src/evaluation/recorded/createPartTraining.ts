import { createTraining } from './createTraining.js';
import { loadOf } from './loadOf.js';
import { parseCut } from './parseCut.js';
import { PART_VERSION, type Part } from './Part.js';
import type { Recording } from './Recording.js';
import { toHeld } from './toHeld.js';
import type { TrainOptions } from './trainPrior.js';

/** Learns a part from recordings, each seen once, in the order in which they come. */
export interface PartTraining {
  /** Passes over a recording without a label. */
  learn(recording: Recording): void;
  /** Ends it: nothing comes after. */
  toPart(): Part;
}

export interface PartTrainingOptions extends Pick<TrainOptions, 'batchSize' | 'cut'> {
  /** How much is held back, in loads; see `loadOf`. @defaultValue 1 */
  readonly mostHeld?: number;
}

/**
 * ```text
 * recordings ─▶ held back, the last of them ─▶ learned, once newer ones push them out
 *                          └──────────────────▶ learned in the end, for the part's own prior
 * ```
 */
export function createPartTraining(options: PartTrainingOptions = {}): PartTraining {
  const { cut = 'every', batchSize = 1, mostHeld = 1 } = options;
  const where = parseCut(cut);
  const training = createTraining({ batchSize });
  const held: { readonly recording: Recording; readonly load: number }[] = [];
  let [load, nLearned] = [0, 0];

  const learnFirst = (): void => {
    const first = held.shift()!;
    load -= first.load;
    nLearned += 1;
    training.learn(first.recording, where);
  };

  return {
    learn: (given) => {
      if (given.label === undefined) return;
      const next = toHeld(given, where);
      held.push({ recording: next.recording, load: loadOf(next) });
      load += held.at(-1)!.load;
      while (held.length && load > mostHeld) learnFirst();
    },
    toPart: () => {
      const before = nLearned ? training.toPrior() : undefined;
      const recordings = held.map(({ recording }) => recording);
      for (const recording of recordings) training.learn(recording, where);
      return {
        ...{ model: 'part', version: PART_VERSION, cut, batchSize },
        prior: training.toPrior(),
        ...(before && { before }),
        held: recordings,
      };
    },
  };
}
