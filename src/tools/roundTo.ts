/** A table, since this runs for every weight of every step and a power costs ten times a product. */
const SCALES = Array.from({ length: 10 }, (_, decimals) => 10 ** decimals);

/**
 * Rounds to a number of decimals, so that what is kept stays short as text.
 *
 * @param decimals - a whole number from 0 to 9
 */
export function roundTo(value: number, decimals: number): number {
  const scale = SCALES[decimals]!;
  // Without a −0, which text would not keep.
  return Math.round(value * scale) / scale + 0;
}
