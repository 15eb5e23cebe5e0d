import { hash32 } from '../tools/hash32.js';
import type { ModelState } from '../types.js';
import { migrateState } from './migrateState.js';
import type { OnlineClassifier } from './OnlineClassifier.js';

type Stateful = Pick<OnlineClassifier, 'getState' | 'setState'>;

/** Features are known by as many numbers: enough to tell some hundred apart, and short as text. */
const N_IDS = 2 ** 24;

/**
 * Saves a model with what features it is of, as `weights.features`, so that one of other features, or
 * of these in another order, can go on from it; see {@link migrateState}.
 *
 * @param featureNames - in the order of `x`
 */
export function featuredState(model: Stateful, featureNames: readonly string[]): Stateful {
  const features = featureNames.map((name) => hash32(name) % N_IDS);
  const getState = (): ModelState => {
    const state = model.getState();
    return { ...state, weights: { ...state.weights, features } };
  };
  return {
    getState,
    setState: (state) => {
      const { weights } = (state ?? {}) as Partial<ModelState>;
      const isOfThese = String(weights?.['features']) === String(features);
      const readable = isOfThese || !weights ? state : migrateState(state, getState());
      return readable !== undefined && model.setState(readable);
    },
  };
}
