import { gunzipSync, inflateSync } from 'node:zlib';
import type { RrwebData, RrwebEvent } from '../rrweb/RrwebEvent.js';

/**
 * PostHog packs the large parts of an event, and says so by `cv`: gzip, its bytes as Latin-1.
 *
 * @throws when it is packed in a way that is not known
 */
export function unpackEvent(event: RrwebEvent): RrwebEvent {
  if (!('cv' in event)) return event;
  const packed: unknown = event.data;
  if (typeof packed === 'string') return { ...event, data: unzip(packed) as RrwebData };
  const parts = Object.entries(packed as object).map(([name, part]: [string, unknown]) => [
    name,
    typeof part === 'string' && part.startsWith('\x1f\x8b') ? unzip(part) : part,
  ]);
  return { ...event, data: Object.fromEntries(parts) as RrwebData };
}

function unzip(text: string): unknown {
  return JSON.parse(gunzipSync(Buffer.from(text, 'latin1')).toString('utf8'));
}

/** How zlib's bytes begin, by how hard it tried. */
const ZLIB = /^x[\u0001^\u009c\u00da]/;

/** Whether an event was packed as a whole, by `@rrweb/packer`: zlib, its bytes as Latin-1. */
export function isPacked(json: unknown): json is string {
  return typeof json === 'string' && ZLIB.test(json);
}

/** @throws when it is another text that begins like one */
export function unpack(text: string): unknown {
  return JSON.parse(inflateSync(Buffer.from(text, 'latin1')).toString('utf8'));
}
