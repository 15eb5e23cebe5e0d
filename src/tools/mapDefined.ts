import { Observable, type OperatorFunction } from 'rxjs';

/**
 * Maps each value, and drops it where `fn` gives `undefined`. One step where `map` and `filter` are
 * two, as most of what detectors look at tells them nothing.
 */
export function mapDefined<T, R>(
  fn: (value: T) => R | undefined,
): OperatorFunction<T, Exclude<R, undefined>> {
  return (source$) =>
    new Observable((subscriber) =>
      source$.subscribe({
        next: (value) => {
          try {
            const mapped = fn(value);
            if (mapped !== undefined) subscriber.next(mapped as Exclude<R, undefined>);
          } catch (thrown) {
            subscriber.error(thrown);
          }
        },
        error: (thrown) => subscriber.error(thrown),
        complete: () => subscriber.complete(),
      }),
    );
}
