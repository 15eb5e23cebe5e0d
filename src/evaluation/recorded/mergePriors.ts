import type { Prior } from '../../prior.js';
import { createMerging } from './createMerging.js';
import type { Part } from './Part.js';
import { readPart } from './readPart.js';

/**
 * Makes one prior of parts that were trained apart: what each has learned is averaged, and what all
 * of them held back is then learned from, in one order. Where nothing was learned before that, it is
 * one pass over all. One part stays as it is, bit for bit; the order of the parts does not matter.
 *
 * A prior that was merged can be merged again, as a part that holds nothing back.
 *
 * @throws BeforehandError `prior-rejected` when there is no part, or one is none
 */
export function mergePriors<T extends Prior | Part>(parts: readonly T[]): T | Prior {
  const merging = createMerging();
  for (const part of parts) merging.add(readPart(part));
  return merging.toMerged() as T | Prior;
}
