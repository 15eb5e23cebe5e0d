import type { Handoff, Milliseconds } from '../types.js';
import { contextLines } from './contextLines.js';

export interface IntercomOptions {
  /** @defaultValue the built-in "Contact us" */
  label?: string;
  /** How long to wait for a messenger that loads late. @defaultValue 3000 */
  timeoutMs?: Milliseconds;
}

type Messenger = (command: string, ...args: unknown[]) => void;

const LOOK_MS: Milliseconds = 100;

/**
 * Opens Intercom's messenger with a message begun: the context, which the visitor sees, can change,
 * and sends or not. The same goes with it as attributes `beforehand_page`, `beforehand_team`, … so
 * that the site can route on them.
 *
 * @see {@link https://developers.intercom.com/installing-intercom/web/methods}
 */
export function intercom({ label, timeoutMs = 3000 }: IntercomOptions = {}): Handoff {
  return {
    name: 'intercom',
    ...(label !== undefined && { label }),
    isPresent: (document) => find(document) !== undefined,
    open: async (context, document) => {
      const messenger = await waitFor(document, timeoutMs);
      if (!messenger) return false;
      const attributes = Object.entries(context).map(([name, value]) => [
        `beforehand_${name}`,
        String(value),
      ]);
      messenger('update', Object.fromEntries(attributes));
      messenger('showNewMessage', contextLines(context, '\n'));
      return true;
    },
  };
}

function find({ defaultView }: Document): Messenger | undefined {
  const { Intercom: messenger } = (defaultView ?? {}) as { Intercom?: unknown };
  return typeof messenger === 'function' ? (messenger as Messenger) : undefined;
}

async function waitFor(document: Document, ms: Milliseconds): Promise<Messenger | undefined> {
  for (let left = ms; left > 0 && !find(document); left -= LOOK_MS) {
    await new Promise((done) => setTimeout(done, Math.min(left, LOOK_MS)));
  }
  return find(document);
}
