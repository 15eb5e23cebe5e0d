import { createPartTraining, type PartTrainingOptions } from './createPartTraining.js';
import type { Part } from './Part.js';
import type { Recording } from './Recording.js';

/** Learns from some of a site's recordings what `mergePriors` then makes a prior of. */
export function trainPart(
  recordings: Iterable<Recording>,
  options: PartTrainingOptions = {},
): Part {
  const training = createPartTraining(options);
  for (const recording of recordings) training.learn(recording);
  return training.toPart();
}
