export interface PollNoise {
  /** Whether a request is no press's doing; one that began while no press was near is learned from. */
  readonly isNoise: (request: PerformanceResourceTiming, isNearPress: boolean) => boolean;
}

/** Requests that tell somebody something and show nothing; and the SDK's own files. */
const SILENT: readonly string[] = ['beacon', 'ping'];
const OWN = /\/beforehand[.-][^/]*$/;
/** Asked for this often with no press near, an address is polled. */
const MIN_POLLS = 2;
/** Addresses that are remembered. */
const MAX_KNOWN = 100;

/** Learns which requests a page makes by itself. */
export function pollNoise(): PollNoise {
  const polls = new Map<string, number>();

  return {
    isNoise: ({ initiatorType, name }, isNearPress) => {
      if (SILENT.includes(initiatorType) || OWN.test(name)) return true;
      const address = name.replace(/[?#].*/, '');
      const times = polls.get(address) ?? 0;
      if (isNearPress) return times >= MIN_POLLS;
      if (times > 0 || polls.size < MAX_KNOWN) polls.set(address, times + 1);
      return true;
    },
  };
}
