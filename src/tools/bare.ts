/** The same without a prototype: a page may have put `once` or `attributeFilter` on `Object.prototype`. */
export function bare<T extends object>(options: T): T {
  return { __proto__: null, ...options };
}
