import type { Prior } from '../../prior.js';
import type { Recording } from './Recording.js';

/**
 * What was learned of some of a site's recordings, to be merged with what was learned of others.
 *
 * It holds back its last recordings: weights of a model can be averaged, but what many parts have
 * each seen a little of is learned better from the recordings themselves. So it is for whoever has
 * these recordings, and never shipped.
 */
export interface Part {
  readonly model: 'part';
  /** Of this shape. */
  readonly version: number;
  /** Which moments it learned from; see `evaluateRecordings`. */
  readonly cut: string;
  /** Examples a learning step. */
  readonly batchSize: number;
  /** What all of its recordings taught. */
  readonly prior: Prior;
  /** What those before the ones that are held back taught; absent where there were none. */
  readonly before?: Prior;
  /** Oldest first; see `toHeld` for what is left of each. */
  readonly held: readonly Recording[];
}

export const PART_VERSION = 1;

export function isPart(part: Prior | Part): part is Part {
  return part.model === 'part';
}
