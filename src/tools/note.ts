import type { OperatorFunction } from 'rxjs';
import { mapDefined } from './mapDefined.js';

/** Calls `fn` with each value and lets none pass: for what is to be remembered and not told. */
export function note<T>(fn: (value: T) => unknown): OperatorFunction<T, never> {
  return mapDefined((value: T): undefined => void fn(value));
}
