import type { ModelState } from '../types.js';
import type { OnlineClassifier } from './OnlineClassifier.js';

/**
 * A short digest of everything a model knows, for the log of decisions: the same state has the
 * same digest, and one label changes it.
 *
 * @returns up to seven characters of `[0-9a-z]`
 */
export function modelVersion(model: Pick<OnlineClassifier, 'getState'>): string {
  return digest(model.getState(), 0x811c9dc5).toString(36);
}

/** FNV-1a over the bits of every number, 32 at a time. */
function digest({ weights, parts = [] }: ModelState, seed: number): number {
  const bits = new Uint32Array(new Float64Array(Object.values(weights).flat()).buffer);
  const own = bits.reduce((hash, word) => Math.imul(hash ^ word, 0x01000193) >>> 0, seed);
  return parts.reduce((hash, part) => digest(part, hash), own);
}
