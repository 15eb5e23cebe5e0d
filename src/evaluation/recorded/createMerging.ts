import { BeforehandError } from '../../errors.js';
import type { Prior } from '../../prior.js';
import { sortBy } from '../../tools/sortBy.js';
import { sum } from '../../tools/sum.js';
import { averagePriors } from './averagePriors.js';
import { createTraining } from './createTraining.js';
import { heldInOrder } from './heldInOrder.js';
import { loadOf } from './loadOf.js';
import { parseCut } from './parseCut.js';
import { isPart, type Part } from './Part.js';
import { toHeld } from './toHeld.js';

/** Takes parts one by one, so that not all of them need to be in memory at once. */
export interface Merging {
  add(part: Prior | Part): void;
  /** @throws BeforehandError `prior-rejected` when there was no part */
  toMerged(): Prior | Part;
}

interface Entry {
  readonly part: Prior | Part;
  /** By which parts are sorted, so that their order does not matter. */
  readonly key: string;
  /** Of what it holds back. */
  readonly load: number;
}

/** What is learned while merging, in loads; see `loadOf`. What goes beyond is averaged. */
const MAX_LOAD = 8;

/**
 * See `mergePriors`.
 *
 * @param mostHeld - what is learned while merging, in loads. @defaultValue 8
 */
export function createMerging({ mostHeld = MAX_LOAD } = {}): Merging {
  let entries: readonly Entry[] = [];
  /** From here on, what parts hold back is not taken; whoever came first must not matter. */
  let end: string | undefined;

  const bound = (): void => {
    let load = 0;
    entries = sortBy(entries, ({ key }) => key).map((entry) => {
      load += entry.load;
      if (load > mostHeld && (end === undefined || entry.key < end)) end = entry.key;
      return end !== undefined && entry.key >= end ? withoutHeld(entry) : entry;
    });
  };

  return {
    add: (part) => {
      entries = [...entries, toEntry(part)];
      if (entries.length > 1) bound();
    },
    toMerged: () => {
      const parts = entries.map(({ part }) => part);
      if (!parts.length) throw new BeforehandError('prior-rejected', 'there is no part to merge');
      return parts.length === 1 ? parts[0]! : mergeAll(parts);
    },
  };
}

function toEntry(part: Prior | Part): Entry {
  if (!isPart(part)) return { part, key: JSON.stringify(part), load: 0 };
  const where = parseCut(part.cut);
  const load = sum(part.held.map((recording) => loadOf(toHeld(recording, where))));
  return { part, key: JSON.stringify(part.prior), load };
}

function withoutHeld({ part, key }: Entry): Entry {
  return { part: isPart(part) ? part.prior : part, key, load: 0 };
}

function mergeAll(parts: readonly (Prior | Part)[]): Prior {
  const holding = parts.filter(isPart).filter(({ held }) => held.length);
  const known = parts.map(learnedBefore).filter((prior) => prior !== undefined);
  const prior = known.length ? averagePriors(known) : undefined;
  if (prior && !holding.length) return prior;
  const batchSize = Math.max(...holding.map((part) => part.batchSize));
  const training = createTraining({ batchSize, prior });
  for (const { recording, part } of heldInOrder(holding))
    training.learn(recording, parseCut(part.cut));
  return training.toPrior();
}

/** What a part has learned apart from what it holds back. */
function learnedBefore(part: Prior | Part): Prior | undefined {
  if (!isPart(part)) return part;
  return part.held.length ? part.before : part.prior;
}
