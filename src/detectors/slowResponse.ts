import { filter, map } from 'rxjs';
import type { Detector, Milliseconds } from '../types.js';
import { judgedPresses } from './judgedPresses.js';
import { isIgnored, toSignal } from './toSignal.js';

export interface SlowResponseOptions {
  /**
   * Longest wait that keeps a person's flow of thought. @defaultValue 1000
   * @see Nielsen (1993), "Usability Engineering", chapter 5
   */
  minLatencyMs?: Milliseconds;
  /** Later than this it counts as dead. @defaultValue 2500 */
  maxLatencyMs?: Milliseconds;
}

const NAME = 'slowResponse';

/** Signals when a press was answered, but late. */
export function slowResponse(options: SlowResponseOptions = {}): Detector {
  const { minLatencyMs = 1000, maxLatencyMs = 2500 } = options;
  return {
    name: NAME,
    detect: (page) =>
      judgedPresses(page, maxLatencyMs).pipe(
        filter(
          ({ press, latencyMs = 0 }) => latencyMs >= minLatencyMs && !isIgnored(press.target, NAME),
        ),
        map(({ press: { target, time }, latencyMs = 0 }) =>
          toSignal(NAME, time + latencyMs, target, Math.min(1, latencyMs / maxLatencyMs), {
            latencyMs,
          }),
        ),
      ),
  };
}
