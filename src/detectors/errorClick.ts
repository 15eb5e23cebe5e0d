import { filter, map, merge, scan } from 'rxjs';
import type { Detector, Milliseconds, PageError, Press, Signal, Target } from '../types.js';
import { isIgnored, toSignal } from './toSignal.js';

export interface ErrorClickOptions {
  /** How long after a press an error is blamed on it. @defaultValue 2000, as Amplitude's and New Relic's */
  windowMs?: Milliseconds;
}

const NAME = 'errorClick';

interface Cause {
  readonly time: Milliseconds;
  readonly target: Pick<Target, 'path' | 'context' | 'ignored'>;
}

interface Blame {
  readonly cause: Cause | undefined;
  readonly error: PageError | undefined;
  readonly blamed: Cause | undefined;
}

const NOWHERE: Cause['target'] = { path: '', context: '', ignored: [] };
const NOTHING: Blame = { cause: undefined, error: undefined, blamed: undefined };

/**
 * Signals when an error, a failed request or a refused field follows a press or an activating key.
 * Each press is blamed once.
 */
export function errorClick({ windowMs = 2000 }: ErrorClickOptions = {}): Detector {
  const blame = (before: Blame, event: Cause | PageError): Blame => {
    if ('target' in event) return { cause: event, error: undefined, blamed: undefined };
    const { cause } = before;
    if (!cause || event.time - cause.time >= windowMs) return NOTHING;
    return { cause: undefined, error: event, blamed: cause };
  };

  return {
    name: NAME,
    detect: ({ presses$, keys$, errors$ }) =>
      merge(
        presses$.pipe(map(({ time, target }: Press): Cause => ({ time, target }))),
        keys$.pipe(
          filter(({ kind }) => kind === 'enter'),
          map(({ time }): Cause => ({ time, target: NOWHERE })),
        ),
        errors$,
      ).pipe(
        scan(blame, NOTHING),
        filter(({ blamed }) => blamed !== undefined && !isIgnored(blamed.target, NAME)),
        map(({ blamed, error }): Signal => {
          const { time, strength } = error!;
          const afterMs = Math.max(0, time - blamed!.time);
          return toSignal(NAME, time, blamed!.target, strength, { afterMs });
        }),
      ),
  };
}
