/** Standard normal quantile of a two-sided 95 % interval. */
const Z = 1.959964;

/**
 * The 95 % interval of a share, which holds near 0 and 1 too; both `NaN` of nothing.
 *
 * @see Wilson (1927), "Probable inference, the law of succession, and statistical inference"
 */
export function wilsonInterval(hits: number, n: number): readonly [low: number, high: number] {
  const share = hits / n;
  const middle = share + (Z * Z) / (2 * n);
  const reach = Z * Math.sqrt((share * (1 - share)) / n + (Z * Z) / (4 * n * n));
  const scale = 1 + (Z * Z) / n;
  return [(middle - reach) / scale, (middle + reach) / scale];
}
