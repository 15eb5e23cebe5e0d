import { mix32 } from '../tools/mix32.js';
import type { Slots } from '../types.js';
import type { LinearOptions } from './linearModel.js';
import type { OnlineClassifier } from './OnlineClassifier.js';
import { sequence } from './sequence.js';

/** Slots that pairs are hashed into, and how far their weights may lie from 0, as a variance. */
const N_SLOTS = 256;
const SLOT_VARIANCE = 0.05;
/** The same of the measures as they are. */
const MEASURE_VARIANCE = 0.3;
/** Measures of a moment that are paired: the pairs grow with its square. */
const N_PAIRED = 24;
/** Quartiles of a normal distribution: levels that are about as frequent. */
const LEVELS = [-0.67, 0, 0.67];

/**
 * Logistic regression on the measures and on what two of them are at once: each of the measures that
 * stand out is at one of four levels, and each level, as each pair of levels, has a weight of its
 * own. It sees what no sum of measures can: that this is harmless, and that too, but not both.
 *
 * Bayesian, like `sequence`; which pairs are on is all that it adds.
 *
 * @see Chapelle, Manavoglu, Rosales (2014), "Simple and Scalable Response Prediction for Display
 * Advertising", for hashed conjunctions of levels
 */
export function interactions(options: LinearOptions): OnlineClassifier {
  return sequence({
    ...options,
    name: 'interactions',
    variance: () => MEASURE_VARIANCE,
    families: [[N_SLOTS, SLOT_VARIANCE]],
    slotsOf: pairsOf,
  });
}

/**
 * The levels and the pairs of levels that are on, hashed into slots; one on which several fall counts
 * as often.
 *
 * @param z - standardised measures; one that is 0 never varied yet
 * @see Weinberger et al. (2009), "Feature Hashing for Large Scale Multitask Learning"
 */
export function pairsOf(z: Float64Array): Slots {
  const levels = outstanding(z).map((i) => (LEVELS.length + 1) * i + levelOf(z[i]!));
  return levels.flatMap((level, i) =>
    levels.slice(0, i + 1).map((other) => mix32(Math.imul(level, 65_599) + other) % N_SLOTS),
  );
}

/** Those that lie furthest from what is usual, in their order. */
function outstanding(z: Float64Array): readonly number[] {
  const least = z.map(Math.abs).sort().at(-N_PAIRED) ?? 0;
  return Array.from(z.keys())
    .filter((i) => z[i] && Math.abs(z[i]) >= least)
    .slice(0, N_PAIRED);
}

function levelOf(value: number): number {
  return LEVELS.filter((edge) => value > edge).length;
}
