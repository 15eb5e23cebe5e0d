import { filter, map, type OperatorFunction } from 'rxjs';

/** Maps each value, and drops it where `fn` gives `undefined`. */
export function mapDefined<T, R>(fn: (value: T) => R | undefined): OperatorFunction<T, R> {
  return (source$) =>
    source$.pipe(
      map(fn),
      filter((value): value is Exclude<typeof value, undefined> => value !== undefined),
    );
}
