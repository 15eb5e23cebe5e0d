export interface PollNoise {
  /** Whether a request is no press's doing; one that began while no press was near is learned from. */
  readonly isNoise: (request: PerformanceResourceTiming, isNearPress: boolean) => boolean;
}

/** Requests that tell somebody something; pictures show by the change that asked for them. */
const SILENT: readonly string[] = ['beacon', 'ping', 'img', 'image', 'css', 'link'];
/** The SDK's own files, and where presses are counted. */
const SILENT_PATH = /\/beforehand[.-][^/]*$|\b(analytics|collect|beacon|pixel|telemetry|metrics)\b/;
/** Asked for this often with no press near, an address is polled. */
const MIN_POLLS = 2;
/** Addresses that are remembered. */
const MAX_KNOWN = 100;

/** Learns which requests a page makes by itself. */
export function pollNoise(): PollNoise {
  const polls = new Map<string, number>();

  return {
    isNoise: ({ initiatorType, name }, isNearPress) => {
      const [path = '', query = ''] = name.replace(/#.*/, '').split('?');
      if (SILENT.includes(initiatorType) || SILENT_PATH.test(path)) return true;
      // One address may serve for all there is; what differs from time to time are the values.
      const address = `${path}?${query.replace(/=[^&]*/g, '')}`;
      const times = polls.get(address) ?? 0;
      if (isNearPress) return times >= MIN_POLLS;
      if (times > 0 || polls.size < MAX_KNOWN) polls.set(address, times + 1);
      return true;
    },
  };
}
