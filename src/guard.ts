/**
 * The border between the SDK and the page that hosts it.
 *
 * Nothing of ours throws past this file, and nothing the host throws stops us.
 */
import { catchError, defer, EMPTY, type Observable, type Subscription } from 'rxjs';
import { toBeforehandError, type BeforehandError, type BeforehandErrorCode } from './errors.js';

/** Receives every failure; the last stop for an error. Never throws. */
export type Report = (error: BeforehandError) => void;

/**
 * Delivers errors to the host's callback, or without one warns once for each kind of failure.
 * A callback that throws is silenced: an error handler's error has nowhere left to go.
 */
export function createReport(onError?: (error: BeforehandError) => void): Report {
  const deliver = onError ?? warnOnce();
  return (error) => {
    try {
      deliver(error);
    } catch {
      // See above.
    }
  };
}

function warnOnce(): Report {
  const warned = new Set<string>();
  return (error) => {
    const kind = error.code === 'invalid-config' ? error.message : error.code;
    if (warned.has(kind)) return;
    warned.add(kind);
    console.warn(`[beforehand] ${error.code}: ${error.message}`);
  };
}

/** Runs our code, or the host's, at a border: returns `undefined` instead of throwing. */
export function guard<Result>(
  report: Report,
  code: BeforehandErrorCode,
  fn: () => Result,
): Result | undefined {
  try {
    return fn();
  } catch (thrown) {
    report(toBeforehandError(code, thrown));
    return undefined;
  }
}

/** The same for what is not awaited by anyone: no rejection is left without an owner. */
export function guardAsync(report: Report, code: BeforehandErrorCode, fn: () => unknown): void {
  const result = guard(report, code, fn);
  if (result instanceof Promise) {
    result.catch((thrown: unknown) => report(toBeforehandError(code, thrown)));
  }
}

/** Ends one stream that fails, after reporting it, so that its siblings live on. */
export function isolate<T>(
  report: Report,
  code: BeforehandErrorCode,
  create: () => Observable<T>,
): Observable<T> {
  return defer(create).pipe(
    catchError((thrown: unknown) => {
      report(toBeforehandError(code, thrown));
      return EMPTY;
    }),
  );
}

/** Subscribes with a callback that may throw: RxJS would hand its error to `window.onerror`. */
export function consume<T>(
  report: Report,
  code: BeforehandErrorCode,
  stream$: Observable<T>,
  next: (value: T) => unknown,
): Subscription {
  const fail = (thrown: unknown) => report(toBeforehandError(code, thrown));
  // In a few steps, as events pass here: what follows is `guardAsync` without a call of its own.
  return stream$.subscribe({
    next: (value) => {
      try {
        const result = next(value);
        if (result instanceof Promise) result.catch(fail);
      } catch (thrown) {
        fail(thrown);
      }
    },
    error: fail,
  });
}
