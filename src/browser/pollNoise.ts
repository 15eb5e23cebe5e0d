export interface PollNoise {
  /**
   * Whether a request is no press's doing, or comes whatever is pressed.
   *
   * @param control - what was pressed before it, if anything was
   */
  readonly isNoise: (request: PerformanceResourceTiming, control?: string) => boolean;
}

/** Requests that tell somebody something; pictures show by the change that asked for them. */
const SILENT: readonly string[] = ['beacon', 'ping', 'img', 'image', 'css', 'link'];
/** The SDK's own files, and where presses are counted. */
const SILENT_PATH = /\/beforehand[.-][^/]*$|\b(analytics|collect|beacon|pixel|telemetry|metrics)\b/;
/**
 * Asked for this often with no press near, or after a press of another control than the time before,
 * an address is polled, or tells somebody of presses. One that serves for all there is, too, says
 * nothing of a single press.
 */
const MIN_POLLS = 2;
/** Addresses that are remembered. */
const MAX_KNOWN = 100;

/** Learns which requests a page makes by itself. */
export function pollNoise(): PollNoise {
  const polls = new Map<string, { times: number; control?: string | undefined }>();

  return {
    isNoise: ({ initiatorType, name }, control) => {
      const [path = '', query = ''] = name.replace(/#.*/, '').split('?');
      if (SILENT.includes(initiatorType) || SILENT_PATH.test(path)) return true;
      // One address may serve for all there is; what differs from time to time are the values.
      const address = `${path}?${query.replace(/=[^&]*/g, '')}`;
      const poll = polls.get(address) ?? { times: 0 };
      const isOther = poll.control !== undefined && control !== poll.control;
      if (control === undefined || isOther) poll.times += 1;
      poll.control = control ?? poll.control;
      if (polls.has(address) || polls.size < MAX_KNOWN) polls.set(address, poll);
      return control === undefined || poll.times >= MIN_POLLS;
    },
  };
}
