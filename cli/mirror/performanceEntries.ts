import type { Milliseconds } from '../../src/types.js';

/** A resource entry, as far as recorders keep it. Times are since the page was loaded. */
export interface MirrorEntry {
  readonly name: string;
  readonly initiatorType: string;
  readonly startTime: Milliseconds;
  readonly responseEnd: Milliseconds;
  readonly responseStatus: number;
}

type Callback = (list: { getEntries(): readonly MirrorEntry[] }) => void;

/** Performance observers for requests, which is all that recordings tell of. */
export function performanceEntries() {
  const observing = new Set<Callback>();

  // A class, because it is called with `new`.
  class Observer {
    static readonly supportedEntryTypes = ['resource'];

    constructor(private readonly callback: Callback) {}

    observe(): void {
      observing.add(this.callback);
    }

    disconnect(): void {
      observing.delete(this.callback);
    }
  }

  return {
    Observer,
    add: (entry: MirrorEntry) => {
      for (const callback of [...observing]) callback({ getEntries: () => [entry] });
    },
  };
}
