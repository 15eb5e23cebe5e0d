import { wilsonInterval } from '../tools/wilsonInterval.js';
import type { Arm, Report } from '../types.js';

/** How one session, or one visitor, ended. */
export interface Ending {
  /** Drawn before anything was decided. */
  readonly arm: Arm;
  /** Gave up, or had to ask for help. */
  readonly bad: boolean;
}

/**
 * Endings that each arm needs: with 30 in both, the interval is about 25 points to either side,
 * which is the largest effect that anyone has claimed for such prompts.
 */
const MIN_ENDINGS = 30;

/**
 * How much prompting lowers the share of bad endings, by intention to treat: everybody counts in
 * the arm that they were drawn into, prompted or not, since those who get prompted are not like
 * the others.
 *
 * @returns hold-out minus treated with its 95 % interval, or how many endings are still needed
 * @see Newcombe (1998), "Interval estimation for the difference between independent proportions",
 * method 10, for the interval
 */
export function uplift(endings: readonly Ending[]): Report['uplift'] {
  const treated = countArm(endings, 'treated');
  const holdout = countArm(endings, 'holdout');
  const counts = { treated: treated.n, holdout: holdout.n };
  if (Math.min(treated.n, holdout.n) < MIN_ENDINGS) {
    return { status: 'not enough data', ...counts, needed: MIN_ENDINGS };
  }
  const difference = holdout.share - treated.share;
  const below = Math.hypot(holdout.share - holdout.low, treated.high - treated.share);
  const above = Math.hypot(holdout.high - holdout.share, treated.share - treated.low);
  return {
    status: 'known',
    difference,
    interval: [difference - below, difference + above],
    ...counts,
  };
}

function countArm(endings: readonly Ending[], arm: Arm) {
  const all = endings.filter((ending) => ending.arm === arm);
  const n = all.length;
  const bad = all.filter((ending) => ending.bad).length;
  const [low, high] = wilsonInterval(bad, n);
  return { n, share: bad / n, low, high };
}
