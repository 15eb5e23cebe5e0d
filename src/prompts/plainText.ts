// Characters that turn the reading direction around could make a title say something else.
const BIDI_CONTROLS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text of the host's as it may be shown: no direction controls, no more than fits. */
export function plainText(text: string, maxLength: number): string {
  const clean = text.replace(BIDI_CONTROLS, '').trim();
  return clean.length > maxLength ? `${clean.slice(0, maxLength - 1).trimEnd()}…` : clean;
}

/**
 * A URL that may stand in a link.
 *
 * @returns `undefined` for anything but http, https and what is relative to the page
 */
export function safeUrl(url: string, base: string): string | undefined {
  try {
    const { protocol, href } = new URL(url, base);
    return protocol === 'https:' || protocol === 'http:' ? href : undefined;
  } catch {
    return undefined;
  }
}
