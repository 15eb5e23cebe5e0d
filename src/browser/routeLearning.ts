import { guard } from '../guard.js';
import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';
import type { MutationWatch } from './mutationWatch.js';
import { whenIdle } from './whenIdle.js';

export interface RouteLearning {
  /** The visitor came to another route. */
  readonly begin: () => void;
  readonly stop: () => void;
  readonly isOn: () => boolean;
  /** Whether this route was watched long enough to have seen what ticks. */
  readonly isFamiliar: () => boolean;
}

/** A slow carousel moves once in this time. */
const LEARN_MS: Milliseconds = 5000;
/** A clock ticks once in this time. */
const FAMILIAR_MS: Milliseconds = 1100;

/**
 * Looks once a route at what moves by itself, when the page has come to rest.
 *
 * @param isInUse - whether the watch has to go on when this is over
 */
export function routeLearning(
  { window, report, later }: Host,
  { observeAll, disconnect, watchedMs }: MutationWatch,
  isInUse: () => boolean,
): RouteLearning {
  let isOn = false;
  let cancel = () => {};
  let startMs: Milliseconds = 0;

  const stop = () => {
    cancel();
    isOn = false;
    if (!isInUse()) disconnect();
  };

  const start = () => {
    isOn = true;
    observeAll();
    cancel = later(LEARN_MS, stop);
  };

  return {
    begin: () => {
      stop();
      startMs = watchedMs();
      cancel = whenIdle(window, () => guard(report, 'internal', start));
    },
    stop,
    isOn: () => isOn,
    isFamiliar: () => watchedMs() - startMs >= FAMILIAR_MS,
  };
}
