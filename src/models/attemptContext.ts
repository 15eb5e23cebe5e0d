import type { FeatureVector } from '../types.js';

/** What else of a moment its probability has to be right for, beside what is foretold. */
export interface Context {
  readonly size: number;
  /** Shape `[size]`. */
  of(x: FeatureVector): readonly number[];
}

export const NO_CONTEXT: Context = { size: 0, of: () => [] };

/** Seconds into an attempt, each three times the one before: its stages. */
const STAGES_S = [2, 6, 18, 54, 162];
/** As the feature `span` counts them. */
const KNOTS = STAGES_S.map((seconds) => Math.log1p(seconds) / 2);

/**
 * How far the attempt is, and how it looked so far: what experts say means more or less by that. Who is
 * quick, or slow, may end worse than who is neither, so each stage has a weight of its own.
 *
 * @returns no context where features do not tell of attempts
 */
export function attemptContext(featureNames: readonly string[]): Context {
  const [span, pastRisk] = ['span', 'pastRisk'].map((name) => featureNames.indexOf(name));
  if (span! < 0 || pastRisk! < 0) return NO_CONTEXT;
  return {
    size: 2 + KNOTS.length,
    of: (x) => [x[span!]!, x[pastRisk!]!, ...stagesOf(x[span!]!)],
  };
}

/**
 * How much of each stage a moment is: it lies on one or between two, in linear interpolation, and
 * before the first and after the last it is wholly there. Sums to 1.
 */
function stagesOf(span: number): readonly number[] {
  return KNOTS.map((knot, i) => {
    const other = KNOTS[span < knot ? i - 1 : i + 1];
    if (other === undefined) return 1;
    return Math.max(0, 1 - (span - knot) / (other - knot));
  });
}
