import type { Handoff, HandoffContext } from '../types.js';

export interface MailtoOptions {
  address: string;
  subject?: string;
  /** @defaultValue the built-in "Contact us" */
  label?: string;
}

/** Starts a mail in the visitor's own program, with the context where they can see and change it. */
export function mailto({ address, subject = '', label }: MailtoOptions): Handoff {
  return {
    name: 'mailto',
    ...(label !== undefined && { label }),
    isPresent: () => /^[^\s@?&]+@[^\s@?&]+$/.test(address),
    open: (context, document) => {
      const query = `subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(bodyOf(context))}`;
      document.defaultView?.location.assign(`mailto:${address}?${query}`);
      return true;
    },
  };
}

function bodyOf(context: HandoffContext): string {
  const lines = Object.entries(context).map(([name, value]) => `${name}: ${String(value)}`);
  return `\n\n--\n${lines.join('\n')}`;
}
