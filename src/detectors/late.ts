import { defer, EMPTY, mergeMap } from 'rxjs';
import { BeforehandError, LOAD_HINT } from '../errors.js';
import type { Detector } from '../types.js';
import type * as lateDetectors from './lateDetectors.js';

type Late = typeof lateDetectors;

let loading: Promise<Late | undefined> | undefined;

/**
 * A detector of which there is only the name until it is used: then its code is loaded, once for
 * all of them, so that the first file stays small. It hears what happens from then on, and of
 * routes also what was before.
 */
export function late<Name extends keyof Late>(name: Name): Late[Name] {
  return (options?: object): Detector => ({
    name,
    detect: (page) =>
      defer(load).pipe(
        mergeMap((detectors) => {
          const create = detectors?.[name] as ((options?: object) => Detector) | undefined;
          return create?.(options).detect(page) ?? EMPTY;
        }),
      ),
  });
}

/** Fails for whoever asks first and is without detectors for the others: one failure is one report. */
function load(): Promise<Late | undefined> {
  if (loading) return loading.catch(() => undefined);
  loading = import('./lateDetectors.js').catch((cause: unknown) => {
    const message = `some detectors could not be loaded: ${LOAD_HINT}`;
    throw new BeforehandError('load-failed', message, { cause });
  });
  return loading;
}
