/** Rounds to significant digits, so that what is shipped stays short as text. */
export function toDigits(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}
