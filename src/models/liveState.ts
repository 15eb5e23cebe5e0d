import type { ModelState } from '../types.js';
import { isStateLike } from './isStateLike.js';
import type { OnlineClassifier } from './OnlineClassifier.js';

/**
 * Saves and restores a model that is nothing but arrays of numbers.
 *
 * @param live - the arrays, by name; restoring changes them in place
 * @param isSound - whether arrays of the right shapes, finite throughout, can be this model's
 */
export function liveState(
  model: string,
  live: Readonly<Record<string, Float64Array>>,
  { version = 1, isSound = () => true }: LiveStateOptions = {},
): Pick<OnlineClassifier, 'getState' | 'setState'> {
  const getState = (): ModelState => ({
    model,
    version,
    weights: Object.fromEntries(Object.entries(live).map(([name, values]) => [name, [...values]])),
  });
  return {
    getState,
    setState: (state) => {
      if (!isStateLike(state, getState()) || !isSound(state.weights)) return false;
      for (const [name, values] of Object.entries(live)) values.set(state.weights[name]!);
      return true;
    },
  };
}

export interface LiveStateOptions {
  version?: number;
  isSound?: (weights: ModelState['weights']) => boolean;
}
