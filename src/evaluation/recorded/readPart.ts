import { BeforehandError } from '../../errors.js';
import { validatePrior, type Prior } from '../../prior.js';
import { parseCut } from './parseCut.js';
import { PART_VERSION, type Part } from './Part.js';
import type { Recording } from './Recording.js';
import { readRecording } from './readRecording.js';

/**
 * Checks a part, which may come from anywhere. A prior is one that holds nothing back.
 *
 * @throws BeforehandError `prior-rejected` that says what is wrong with it
 */
export function readPart(json: unknown): Prior | Part {
  const part = (json ?? {}) as Part;
  if (part.model !== 'part') return validatePrior(json);
  if (part.version !== PART_VERSION)
    throw rejected(`it is a part of version ${part.version}, not ${PART_VERSION}: train it anew`);
  validatePrior(part.prior);
  if (part.before !== undefined) validatePrior(part.before);
  if (!isHow(part)) throw rejected('"cut" and "batchSize" have to say how it was trained');
  if (!Array.isArray(part.held) || !part.held.every(isHeld))
    throw rejected('"held" has to hold recordings with labels');
  return part;
}

function isHow({ cut, batchSize }: Part): boolean {
  return Number.isInteger(batchSize) && batchSize >= 1 && isSound(() => parseCut(cut));
}

function isHeld(json: unknown): boolean {
  return isSound(() => readRecording(json)) && (json as Recording).label !== undefined;
}

function isSound(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}

function rejected(message: string): BeforehandError {
  return new BeforehandError('prior-rejected', message);
}
