/**
 * A function of the browser's as it was before Zone.js: what we listen to and wait for must not
 * start Angular's change detection.
 */
export function unzoned<T extends object, K extends keyof T & string>(owner: T, name: K): T[K] {
  return (Reflect.get(owner, `__zone_symbol__${name}`) as T[K] | undefined) ?? owner[name];
}
