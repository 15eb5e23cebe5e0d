import { own } from '../tools/own.js';
import type { Handoff } from '../types.js';
import { intercom } from './intercom.js';
import { link } from './link.js';
import { mailto } from './mailto.js';

/** The options that JSON can hold, of all types. */
interface Options {
  href: string;
  address: string;
  label?: string;
  subject?: string;
  query?: boolean;
  timeoutMs?: number;
}

const FIELDS: Readonly<Record<keyof Options, string>> = {
  href: 'string',
  address: 'string',
  label: 'string',
  subject: 'string',
  query: 'boolean',
  timeoutMs: 'number',
};

const TYPES: Readonly<Record<string, (options: Options) => Handoff>> = { link, mailto, intercom };
const REQUIRED: Readonly<Record<string, string>> = { link: 'href', mailto: 'address' };

/**
 * A hand-off from a JSON configuration: `{ "type": "link", "href": "/contact", "label": "…" }`. The
 * other fields are the options of the function that `type` names; unknown ones are left out.
 *
 * @returns `undefined` for an unknown type, or a field that is missing or of the wrong type
 */
export function handoffFromJson(value: unknown): Handoff | undefined {
  const json = Object(value) as Readonly<Record<string, unknown>>;
  const type = String(own(json, 'type'));
  const options: Record<string, unknown> = {};
  for (const [name, wanted] of Object.entries(FIELDS)) {
    const field = own(json, name);
    if (field === undefined) continue;
    if (typeof field !== wanted) return undefined;
    options[name] = field;
  }
  const required = own(REQUIRED, type);
  if (required && !(required in options)) return undefined;
  return own(TYPES, type)?.(options as unknown as Options);
}
