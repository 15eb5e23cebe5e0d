import type { Label } from '../types.js';
import { stacking } from './stacking.js';
import { isWeighting, weighting } from './weighting.js';

/** Makes one probability of what several experts say. */
export interface Combining {
  combine(said: readonly number[]): Combined;
  /**
   * Takes in a label.
   *
   * @param tracking - what `combine` gave with the probability at the time
   */
  learn(said: readonly number[], tracking: number, y: Label, w: number): void;
  /** Each expert's share in what is said in the end; they sum to 1. */
  weights(): Float64Array;
  /** Whether saved arrays, each of the shape of `state`'s and finite, are such a state. */
  isState(saved: Readonly<Record<string, readonly number[]>>): boolean;
  /** Everything it knows, live, by name. */
  readonly state: Readonly<Record<string, Float64Array>>;
}

export interface Combined {
  readonly probability: number;
  /** What the fast way of combining said: to be judged by, once the label is known. */
  readonly tracking: number;
}

/** Share at first of an expert of its own beside ways of combining that see it as well. */
const ALONE = 0.1;
/** Powers of the likelihoods; below 1 where labels that come late and in lumps must not do harm. */
const MIXTURE_RATE = 0.8;
const SAFE_RATE = 0.3;

/**
 * ```text
 * experts ─▶ mixture ─▶ stacking ─┐
 *    │          └────────────────▶ tracking ─┐
 *    ├──────────────────────────────┘        ├─▶ safe ─▶ probability
 *    └───────────────────────────────────────┘
 * ```
 *
 * The mixture weighs the experts; stacking corrects it; tracking follows, by Bayes' rule, whoever was best of
 * late among stacking, mixture and the experts alone. Each of these is better than the best expert on
 * some streams and worse on others: stacking and calibration where little is known, tracking where
 * labels come late, since whoever was best then is not any more. So the last word, never forgetting
 * a loss, is between tracking, as it was really said, and each expert alone: whatever combining
 * does, it can cost no more than a few nats in all over the best single expert.
 */
export function combining(start: readonly number[]): Combining {
  const total = start.reduce((sum, weight) => sum + weight, 0);
  const alone = start.map((weight) => (ALONE * weight) / total);
  const [first, rest] = [(1 - ALONE) / 2, 1 - ALONE];

  const mixture = weighting({ start, rate: MIXTURE_RATE, isSharing: true });
  const stack = stacking(start.length);
  const tracking = weighting({ start: [first, first, ...alone], rate: 1, isSharing: true });
  const safe = weighting({ start: [rest, ...alone], rate: SAFE_RATE, isSharing: false });

  const ways = (said: readonly number[]): number[] => {
    const mixed = mixture.mix(said);
    return [stack.correct(mixed, said), mixed, ...said];
  };

  const weights = (): Float64Array => {
    const [mixed, own, last] = [mixture.weights(), tracking.weights(), safe.weights()];
    const stacked = stack.shares(mixed);
    const tracked = mixed.map(
      (weight, i) => own[0]! * stacked[i]! + own[1]! * weight + own[2 + i]!,
    );
    return tracked.map((weight, i) => last[0]! * weight + last[1 + i]!);
  };

  return {
    combine: (said) => {
      const tracked = tracking.mix(ways(said));
      return { probability: safe.mix([tracked, ...said]), tracking: tracked };
    },
    learn: (said, tracked, y, w) => {
      safe.learn([tracked, ...said], y, w);
      tracking.learn(ways(said), y, w);
      stack.learn(mixture.mix(said), said, y, w);
      mixture.learn(said, y, w);
    },
    weights,
    isState: (saved) =>
      ['mixture', 'tracking', 'safe'].every((name) => isWeighting(saved[name]!)) &&
      stack.isState(saved.stacking!),
    state: {
      mixture: mixture.state,
      stacking: stack.state,
      tracking: tracking.state,
      safe: safe.state,
    },
  };
}
