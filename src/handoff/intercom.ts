import type { Handoff, HandoffContext, Milliseconds } from '../types.js';

export interface IntercomOptions {
  /** @defaultValue the built-in "Contact us" */
  label?: string;
  /** How long to wait for a messenger that loads late. @defaultValue 3000 */
  timeoutMs?: Milliseconds;
}

type Intercom = (command: string, ...args: unknown[]) => void;

const LOOK_MS: Milliseconds = 100;

/**
 * Opens Intercom's messenger with a new message, the context attached as attributes.
 *
 * @see {@link https://developers.intercom.com/installing-intercom/web/methods}
 */
export function intercom({ label, timeoutMs = 3000 }: IntercomOptions = {}): Handoff {
  return {
    name: 'intercom',
    ...(label !== undefined && { label }),
    isPresent: (document) => find(document) !== undefined,
    open: async (context, document) => {
      const messenger = await wait(document, timeoutMs);
      messenger?.('update', toAttributes(context));
      messenger?.('showNewMessage', '');
      return messenger !== undefined;
    },
  };
}

function find(document: Document): Intercom | undefined {
  const { Intercom: messenger } = (document.defaultView ?? {}) as { Intercom?: unknown };
  return typeof messenger === 'function' ? (messenger as Intercom) : undefined;
}

async function wait(document: Document, timeoutMs: Milliseconds): Promise<Intercom | undefined> {
  const tries = Math.ceil(timeoutMs / LOOK_MS);
  for (let i = 0; i < tries && !find(document); i += 1) {
    await new Promise((done) => setTimeout(done, LOOK_MS));
  }
  return find(document);
}

function toAttributes(context: HandoffContext): Record<string, string> {
  return Object.fromEntries(
    Object.entries(context).map(([name, value]) => [`beforehand_${name}`, String(value)]),
  );
}
