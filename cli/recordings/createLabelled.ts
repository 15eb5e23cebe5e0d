import type { Recording } from '../../src/evaluation/index.js';
import { InputError } from '../errors.js';
import type { Io } from '../Io.js';

/** Tells recordings with a label from those without. */
export interface Labelled {
  has(recording: Recording): boolean;
  /**
   * Says how many had none, when all are known.
   *
   * @throws InputError when none had one
   */
  end(): void;
}

export function createLabelled(io: Io): Labelled {
  let [known, unknown] = [0, 0];
  return {
    has: ({ label }) => {
      if (label === undefined) unknown += 1;
      else known += 1;
      return label !== undefined;
    },
    end: () => {
      if (known === 0)
        throw new InputError('no recording has a "label" of 0 or 1, so there is nothing to learn');
      if (unknown > 0) io.complain(`passed over ${unknown} without a label\n`);
    },
  };
}
