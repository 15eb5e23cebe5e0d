/**
 * The script-tag way in: one static tag, no inline script, so it works under a strict policy.
 *
 * ```html
 * <script async src="beforehand.global.js" data-config="/beforehand.json"></script>
 * ```
 */
import { createAssistant } from './createAssistant.js';
import { BeforehandError } from './errors.js';
import { createReport, guardAsync } from './guard.js';
import { handoffFromJson } from './handoff/index.js';
import type { Assistant, AssistantOptions, Handoff } from './types.js';

export * from './index.js';
export * as lent from './lent.js';

/** The assistant that `data-config` started; undefined until its configuration has arrived. */
export let assistant: Assistant | undefined = startedBefore();

const script = globalThis.document?.currentScript;
const report = createReport();
if (script?.dataset.config && !assistant) {
  guardAsync(report, 'invalid-config', () => start(script.dataset));
}

/** A second copy of the script on a page must not ask the same visitor twice. */
function startedBefore(): Assistant | undefined {
  return (globalThis as { Beforehand?: { assistant?: Assistant } }).Beforehand?.assistant;
}

async function start({ config, worker }: DOMStringMap): Promise<void> {
  const options = await read(config!);
  // An empty `data-worker` means that there is none.
  const workerUrl: string | false = worker || false;
  const learning = worker === undefined ? options.learning : { ...options.learning, workerUrl };
  assistant = createAssistant({ ...options, ...(learning && { learning }) });
}

async function read(url: string): Promise<AssistantOptions> {
  const response = await fetch(url, { credentials: 'same-origin' });
  if (!response.ok) {
    throw new BeforehandError('invalid-config', `data-config answered ${response.status}`);
  }
  const { handoff, ...options } = (await response.json()) as AssistantOptions;
  return Array.isArray(handoff) ? { ...options, handoff: handoff.flatMap(toHandoff) } : options;
}

function toHandoff(json: unknown, index: number): Handoff[] {
  const handoff = handoffFromJson(json);
  if (handoff) return [handoff];
  report(
    new BeforehandError('invalid-config', `handoff[${index}] has no known type; it is left out`),
  );
  return [];
}
