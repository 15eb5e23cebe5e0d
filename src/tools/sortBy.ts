/** A sorted copy, by a key that is worked out once for each; those of the same key stay in their order. */
export function sortBy<T, K extends string | number>(
  values: readonly T[],
  keyOf: (value: T) => K,
): T[] {
  return values
    .map((value) => ({ value, key: keyOf(value) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ value }) => value);
}
