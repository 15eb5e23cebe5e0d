/** What a property has to be; with `?` it may be absent. */
export type Kind = 'string' | 'number' | 'boolean' | 'array' | 'object';

/**
 * Whether `value` is an object whose properties are of these kinds. Further properties are fine.
 *
 * @param shape - the kind of each property by name, `number?` for one that may be absent
 */
export function hasShape(
  value: unknown,
  shape: Readonly<Record<string, Kind | `${Kind}?`>>,
): value is Record<string, unknown> {
  if (kindOf(value) !== 'object') return false;
  const properties = value as Record<string, unknown>;
  return Object.entries(shape).every(([name, kind]) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return (
      kind === kindOf(property) ||
      kind === `${kindOf(property)}?` ||
      (property === undefined && kind.endsWith('?'))
    );
  });
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return value === null ? 'null' : typeof value;
}
