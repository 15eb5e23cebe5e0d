import { sum } from '../../tools/sum.js';

/**
 * Makes one array of those of parts that were trained apart.
 *
 * @param shares - how much each part has seen; they sum to 1
 * @param begin - what all of them were before they learned anything
 */
export type Merge = (
  all: readonly (readonly number[])[],
  shares: readonly number[],
  begin: readonly number[],
) => number[];

/** No expert is given up, however many parts it was bad in. */
const LEAST_LOG = -30;

/** Of a weighting of experts that forgets, `[n, …logarithms]`: the weights' geometric mean. */
export const meanWeightings: Merge = (all, shares, begin) => {
  const mean = begin.map((_, i) => sum(all.map((values, part) => shares[part]! * values[i]!)));
  return [sum(all.map(([n]) => n!)), ...normalise(mean.slice(1))];
};

/** Of one that never forgets: what each part has learned adds up on the weights that all began with. */
export const addWeightings: Merge = (all, _, begin) => {
  const [n, ...logs] = begin.map((log, i) => sum(all.map((values) => values[i]! - log)) + log);
  const least = Math.max(...logs) + LEAST_LOG;
  return [n!, ...normalise(logs.map((log) => Math.max(least, log)))];
};

function normalise(logs: readonly number[]): number[] {
  const most = Math.max(...logs);
  const total = most + Math.log(sum(logs.map((log) => Math.exp(log - most))));
  return logs.map((log) => log - total);
}
