/** 0 where there is nothing to add up. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
