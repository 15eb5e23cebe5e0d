/** Gives its last result again while it is asked of the same vector, as several do in a row. */
export function rememberLast<Result>(fn: (x: Float64Array) => Result): (x: Float64Array) => Result {
  let last: { readonly x: Float64Array; readonly result: Result } | undefined;
  return (x) => {
    if (!last || !areEqual(x, last.x)) last = { x: x.slice(), result: fn(x) };
    return last.result;
  };
}

/** Whether two vectors have the same numbers. */
export function areEqual(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}
