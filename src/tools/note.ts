import { filter, type OperatorFunction } from 'rxjs';

/** Calls `fn` with each value and lets none pass: for what is to be remembered and not told. */
export function note<T>(fn: (value: T) => unknown): OperatorFunction<T, never> {
  return filter((value): value is never => {
    fn(value);
    return false;
  });
}
