import type { Scored } from './Scored.js';

/**
 * Area under the precision-recall curve, as average precision: the mean, over the positives, of the
 * precision at each one's threshold. A coin has the base rate; `NaN` without a positive.
 *
 * @see Davis, Goadrich (2006), "The relationship between Precision-Recall and ROC curves", for why
 * the curve is not interpolated in straight lines
 */
export function prAuc(scored: readonly Scored[]): number {
  const sorted = [...scored].sort((a, b) => b.probability - a.probability);
  let [seen, right, area] = [0, 0, 0];
  for (let begin = 0; begin < sorted.length; begin = seen) {
    const { probability } = sorted[begin]!;
    let positives = 0;
    // Equal probabilities share one threshold.
    for (; sorted[seen]?.probability === probability; seen += 1) positives += sorted[seen]!.y;
    right += positives;
    area += positives * (right / seen);
  }
  return area / right;
}
