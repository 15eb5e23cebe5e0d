/**
 * Whether a value is what JSON could hold, through and through: plain objects, arrays, strings,
 * booleans, `null`, `undefined` and finite numbers. Then it can also be cloned.
 *
 * `NaN` and infinities are refused: IndexedDB stores them without a word. So is what is nested
 * more than 16 deep, which ends cycles.
 */
export function isPlainData(value: unknown, depth = 16): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object')
    return typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint';
  if (value === null) return true;
  if (depth === 0 || !isPlain(value)) return false;
  return Object.values(value).every((part) => isPlainData(part, depth - 1));
}

/** An array, or an object of a literal's making, in whatever realm. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return Array.isArray(value) || prototype === null || Object.getPrototypeOf(prototype) === null;
}
