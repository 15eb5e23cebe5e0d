import type { Label } from '../types.js';
import { calibration } from './calibration.js';
import { stacking } from './stacking.js';
import { isWeighting, weighting } from './weighting.js';

/** Makes one probability of what several experts say. */
export interface Combining {
  /** @param context - what else is known of the moment, which calibration may need */
  combine(said: readonly number[], context?: readonly number[]): Combined;
  /**
   * Takes in a label.
   *
   * @param said - at the time
   * @param ways - what `combine` gave with the probability at the time
   * @param now - what experts would say now that the label comes. @defaultValue `said`
   */
  learn(
    said: readonly number[],
    ways: Ways,
    y: Label,
    w: number,
    context?: readonly number[],
    now?: readonly number[],
  ): void;
  /** Each expert's share in what is said in the end; they sum to 1. */
  weights(): Float64Array;
  /** Whether saved arrays, each of the shape of `state`'s and finite, are such a state. */
  isState(saved: Readonly<Record<string, readonly number[]>>): boolean;
  /** Everything it knows, live, by name. */
  readonly state: Readonly<Record<string, Float64Array>>;
}

export interface Combined {
  readonly probability: number;
  /** What came before it: to be judged by, once the label is known. */
  readonly ways: Ways;
}

/** What ways of combining said. */
export type Ways = Readonly<Record<'tracking' | 'safe' | 'calibrated', number>>;

/** Share at first of an expert of its own beside ways of combining that see it as well. */
const ALONE = 0.2;
/** Of the rest, share at first of stacking, which is rash until it has seen some hundred labels. */
const STACKED = 0.3;
/**
 * Power of the likelihoods. Bayes' rule, which is 1, trusts whoever was lucky on the first few dozen
 * labels, and whoever was right about a lump of labels that came late.
 */
const RATE = 0.4;
/** Share at first of what is calibrated beside what is not. */
const CALIBRATED = 0.1;
/**
 * What one look counts where the last word is calibrated, and where it is judged whether that helps:
 * looks at one session share their ending, so twenty of them are about one piece of news. All looks
 * count the same there, however many a session has, since each of them is a look for which the
 * probability has to be right.
 */
const NEWS = 0.05;

/**
 * ```text
 * experts ─▶ mixture ─▶ stacking ─┐
 *    │          └────────────────▶ tracking ─┐
 *    ├──────────────────────────────┘        ├─▶ safe ─▶ calibrated ─┐
 *    └───────────────────────────────────────┘    └─────────────────▶ probability
 * ```
 *
 * The mixture weighs the experts by what they said; stacking corrects it; tracking follows whoever was
 * best of late among stacking, mixture and the experts alone. These two go by what would be said now
 * that a label comes, which none of the experts has learned: where it comes late, what they said at the
 * time tells how they were when they knew less.
 *
 * Each of these is better than the best expert on some streams and worse on others: stacking where
 * little is known, tracking where labels come late and neighbours are alike, since whoever knows the
 * neighbours now did not then. So what comes after, never forgetting a loss, is between tracking and
 * each expert alone, as all of it was really said: whatever combining does, it can cost no more than a
 * few nats in all over the best single expert. In the same way calibration is let in, at the end, as
 * far as it was measured to help.
 */
export function combining(start: readonly number[], nContext = 0): Combining {
  const total = start.reduce((sum, weight) => sum + weight, 0);
  const alone = start.map((weight) => (ALONE * weight) / total);
  const rest = 1 - ALONE;

  const mixture = weighting({ start, rate: RATE, isSharing: true });
  const stack = stacking(start.length);
  const tracking = weighting({
    start: [STACKED * rest, (1 - STACKED) * rest, ...alone],
    rate: RATE,
    isSharing: true,
  });
  const safe = weighting({ start: [rest, ...alone], rate: RATE, isSharing: false });

  const calibrating = calibration(nContext);
  const last = weighting({
    start: [1 - CALIBRATED, CALIBRATED],
    rate: RATE,
    isSharing: false,
  });

  const candidates = (said: readonly number[]): number[] => {
    const mixed = mixture.mix(said);
    return [stack.correct(mixed, said), mixed, ...said];
  };

  const weights = (): Float64Array => {
    const [mixed, own, ending] = [mixture.weights(), tracking.weights(), safe.weights()];
    const stacked = stack.shares(mixed);
    const tracked = mixed.map(
      (weight, i) => own[0]! * stacked[i]! + own[1]! * weight + own[2 + i]!,
    );
    return tracked.map((weight, i) => ending[0]! * weight + ending[1 + i]!);
  };

  return {
    combine: (said, context = []) => {
      const tracked = tracking.mix(candidates(said));
      const saved = safe.mix([tracked, ...said]);
      const calibrated = calibrating.correct(saved, context);
      const ways = { tracking: tracked, safe: saved, calibrated };
      return { probability: last.mix([saved, calibrated]), ways };
    },
    learn: (said, ways, y, w, context = [], now = said) => {
      const look = NEWS * Math.max(1, w);
      last.learn([ways.safe, ways.calibrated], y, look);
      calibrating.learn(ways.safe, context, y, look);
      const label = labelWeight(w);
      safe.learn([ways.tracking, ...said], y, label);
      tracking.learn(candidates(now), y, label);
      stack.learn(mixture.mix(now), now, y, label);
      mixture.learn(said, y, label);
    },
    weights,
    isState: (saved) =>
      ['mixture', 'tracking', 'safe', 'last'].every((name) => isWeighting(saved[name]!)) &&
      stack.isState(saved.stacking!) &&
      calibrating.isState(saved.calibration!),
    state: {
      mixture: mixture.state,
      stacking: stack.state,
      tracking: tracking.state,
      safe: safe.state,
      calibration: calibrating.state,
      last: last.state,
    },
  };
}

/**
 * Looks at one session come with one over the root of their number, and whoever judges takes them for
 * one label in all. All of them were said with the same weights, so those have moved by the whole of
 * it before anybody sees whether that was right: at the root of their number, a session of forty looks
 * is believed three times as much as Bayes' rule would, and who was lucky with it is in the lead.
 */
function labelWeight(w: number): number {
  return w < 1 ? w * w : w;
}
