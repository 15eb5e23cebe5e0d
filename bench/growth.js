/**
 * Least squares through equally spaced values.
 *
 * @param {readonly number[]} values at least three
 * @returns {{ slope: number, error: number }} growth from one value to the next, and its standard
 * error
 */
export function growthOf(values) {
  const n = values.length;
  const [meanAt, mean] = [(n - 1) / 2, values.reduce((sum, value) => sum + value, 0) / n];
  const squares = values.reduce((sum, _, i) => sum + (i - meanAt) ** 2, 0);
  const slope = values.reduce((sum, value, i) => sum + (i - meanAt) * (value - mean), 0) / squares;
  const rest = values.reduce(
    (sum, value, i) => sum + (value - mean - slope * (i - meanAt)) ** 2,
    0,
  );
  return { slope, error: Math.sqrt(rest / (n - 2) / squares) };
}
