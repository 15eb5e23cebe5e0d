/** Rounds to a number of decimals, so that what is kept stays short as text. */
export function roundTo(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}
