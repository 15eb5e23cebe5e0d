import { own } from '../tools/own.js';
import type { Handoff } from '../types.js';
import { intercom, type IntercomOptions } from './intercom.js';
import { link, type LinkOptions } from './link.js';
import { mailto, type MailtoOptions } from './mailto.js';

/** How each field has to be, and whether it may be missing. */
type Fields = Readonly<Record<string, 'string' | 'string?' | 'number?' | 'boolean?'>>;

const TYPES: Readonly<
  Record<string, { readonly fields: Fields; create: (options: never) => Handoff }>
> = {
  link: {
    fields: { href: 'string', label: 'string?', query: 'boolean?' },
    create: (options: LinkOptions) => link(options),
  },
  mailto: {
    fields: { address: 'string', subject: 'string?', label: 'string?' },
    create: (options: MailtoOptions) => mailto(options),
  },
  intercom: {
    fields: { label: 'string?', timeoutMs: 'number?' },
    create: (options: IntercomOptions) => intercom(options),
  },
};

/**
 * A hand-off from a JSON configuration: `{ "type": "link", "href": "/contact", "label": "…" }`. The
 * other fields are the options of the function that `type` names; unknown ones are left out.
 *
 * @returns `undefined` for an unknown type, or a field that is missing or of the wrong type
 */
export function handoffFromJson(value: unknown): Handoff | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const json = value as Readonly<Record<string, unknown>>;
  const type = own(TYPES, String(own(json, 'type')));
  const options: Record<string, unknown> = {};
  for (const [name, wanted] of Object.entries(type?.fields ?? {})) {
    const field = own(json, name);
    if (field === undefined && wanted.endsWith('?')) continue;
    if (typeof field !== wanted.replace('?', '')) return undefined;
    options[name] = field;
  }
  return type?.create(options as never);
}
