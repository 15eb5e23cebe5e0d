/** Tells when something that was steady has become worse. */
export interface DriftDetector {
  /**
   * @param share - how much news the value is, in [0, 1]; less than 1 where others are of the same event
   * @returns whether it has, with this value; then it begins anew
   */
  update(value: number, share?: number): boolean;
  /** Count, mean and the sum of what exceeded it, live: shape `[3]`. */
  readonly state: Float64Array;
}

export interface PageHinkleyOptions {
  /** Excess over the mean that is no change. @defaultValue 0.1 */
  tolerance?: number;
  /** Sum of excesses at which it is told. @defaultValue 25 */
  threshold?: number;
  /** Values before anything is told. @defaultValue 30 */
  minCount?: number;
}

/**
 * The Page–Hinkley test for an increase of a mean, on a stream: here of the log loss.
 *
 * @see Page (1954), "Continuous inspection schemes"; Gama et al. (2014), "A survey on concept drift
 * adaptation"
 */
export function pageHinkley(options: PageHinkleyOptions = {}): DriftDetector {
  const { tolerance = 0.1, threshold = 25, minCount = 30 } = options;
  const state = new Float64Array(3);
  return {
    update: (value, share = 1) => {
      const [count = 0, mean = 0, sum = 0] = state;
      // A share may be so small that nothing is left of it.
      const nextMean = mean + (share * (value - mean)) / (count + share || 1);
      const nextSum = Math.max(0, sum + share * (value - nextMean - tolerance));
      const isDrift = count >= minCount && nextSum > threshold;
      state.set(isDrift ? [0, 0, 0] : [count + share, nextMean, nextSum]);
      return isDrift;
    },
    state,
  };
}
