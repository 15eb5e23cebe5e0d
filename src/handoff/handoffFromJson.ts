import type { Handoff } from '../types.js';
import { intercom } from './intercom.js';
import { link } from './link.js';
import { mailto } from './mailto.js';

/**
 * A hand-off from a JSON configuration: `{ "type": "link", "href": "/contact", "label": "…" }`.
 *
 * @returns `undefined` for an unknown type, or when a field is missing or not a string
 */
export function handoffFromJson(value: unknown): Handoff | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const text = (name: string): string | undefined => {
    const field = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
    return typeof field === 'string' ? field : undefined;
  };
  const [type, label, href, address, subject] = ['type', 'label', 'href', 'address', 'subject'].map(
    text,
  );
  const shared = label === undefined ? {} : { label };
  if (type === 'link' && href !== undefined) return link({ href, ...shared });
  if (type === 'mailto' && address !== undefined) {
    return mailto({ address, ...(subject !== undefined && { subject }), ...shared });
  }
  return type === 'intercom' ? intercom(shared) : undefined;
}
