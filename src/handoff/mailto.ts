import type { Handoff } from '../types.js';
import { contextLines } from './contextLines.js';

export interface MailtoOptions {
  address: string;
  /** @defaultValue none */
  subject?: string;
  /** @defaultValue the built-in "Contact us" */
  label?: string;
}

/** One plain address: what could add recipients or headers to the mail is refused. */
const ADDRESS = /^[^\s@?&%#,;:<>"]+@[^\s@?&%#,;:<>"]+$/;

/**
 * Starts a mail in the visitor's own program, with the context below the space to write in, where
 * they can see and change it.
 *
 * @see {@link https://www.rfc-editor.org/rfc/rfc6068} for the form of the URL
 */
export function mailto({ address, subject, label }: MailtoOptions): Handoff {
  const isPresent = () => ADDRESS.test(address);
  return {
    name: 'mailto',
    ...(label !== undefined && { label }),
    isPresent,
    open: (context, { defaultView }) => {
      if (!isPresent() || !defaultView) return false;
      const body = `\r\n\r\n--\r\n${contextLines(context, '\r\n')}`;
      const query = Object.entries({ subject, body })
        .flatMap(([name, value]) => (value ? `${name}=${encodeURIComponent(value)}` : []))
        .join('&');
      defaultView.location.assign(`mailto:${address}?${query}`);
      return true;
    },
  };
}
