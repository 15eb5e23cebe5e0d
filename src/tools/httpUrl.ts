/**
 * A URL that may stand in a link, whoever wrote it.
 *
 * @param base - what a relative URL is relative to
 * @returns the absolute URL; `undefined` for anything but `http:` and `https:`
 */
export function httpUrl(url: string, base: string): string | undefined {
  try {
    const { protocol, href } = new URL(url, base);
    return /^https?:$/.test(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}
