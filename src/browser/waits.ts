import type { Milliseconds } from '../types.js';
import type { Host } from './Host.js';

/** What is waited for together, and called off together. */
export function waits({ later }: Host) {
  const cancels = new Set<() => void>();

  return {
    /** Calls once, unless all is called off before. */
    wait: (ms: Milliseconds, fn: () => void) => {
      const cancel = later(ms, () => {
        cancels.delete(cancel);
        fn();
      });
      cancels.add(cancel);
    },
    cancelAll: () => {
      for (const cancel of cancels) cancel();
      cancels.clear();
    },
  };
}
