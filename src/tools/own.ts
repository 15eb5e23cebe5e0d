/**
 * The value a record holds under a key from outside, or `undefined`. Never what it inherits, so
 * that a key named `constructor` finds nothing.
 */
export function own<Value>(
  record: Readonly<Record<string, Value>>,
  key: string,
): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
