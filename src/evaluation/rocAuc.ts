import type { Scored } from './Scored.js';

/**
 * Area under the ROC curve: the probability that a random 1 is scored above a random 0, ties
 * counting half. 0.5 is as good as a coin; `NaN` when there is only one kind of label.
 *
 * @see Hanley, McNeil (1982), "The meaning and use of the area under a ROC curve"
 */
export function rocAuc(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((a, b) => a.probability - b.probability);
  const nPositive = sorted.filter(({ y }) => y === 1).length;
  const nNegative = sorted.length - nPositive;
  const ranks = midRanks(sorted.map(({ probability }) => probability));
  const sumOfRanks = sorted.reduce((sum, { y }, i) => sum + y * ranks[i]!, 0);
  return (sumOfRanks - (nPositive * (nPositive + 1)) / 2) / (nPositive * nNegative);
}

/** Ranks from 1 of sorted values, each the mean of those equal to it. */
function midRanks(sorted: readonly number[]): Float64Array {
  const ranks = new Float64Array(sorted.length);
  for (let begin = 0, end = 0; begin < sorted.length; begin = end) {
    while (end < sorted.length && sorted[end] === sorted[begin]) end += 1;
    ranks.fill((begin + 1 + end) / 2, begin, end);
  }
  return ranks;
}
