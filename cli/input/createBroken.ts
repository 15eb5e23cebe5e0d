import { InputError } from '../errors.js';
import type { Io } from '../Io.js';
import type { Place } from './Item.js';

export interface Broken {
  readonly onBroken: (place: Place, reason: string) => void;
  /**
   * Says how much was left out, when everything was read.
   *
   * @param used - how many could be used
   * @throws InputError when there was nothing else
   */
  end(used: number): void;
}

/** Lines that are named; more than that say the same. */
const MAX_NAMED = 20;

/** Names each broken line by its file and number, and counts them. */
export function createBroken(io: Io, endProgress: () => void): Broken {
  let count = 0;
  return {
    onBroken: ({ file, line }, reason) => {
      count += 1;
      if (count > MAX_NAMED) return;
      endProgress();
      io.complain(`${file}${line === undefined ? '' : `:${line}`}: ${reason}; skipped\n`);
    },
    end: (used) => {
      endProgress();
      if (used === 0) throw new InputError('nothing in the input could be read');
      if (count > 0) io.complain(`skipped ${count}, read ${used}\n`);
    },
  };
}
