import type { Handoff } from '../types.js';

export interface LinkOptions {
  /** A page of the site's, or any http or https URL. */
  href: string;
  /** @defaultValue the built-in "Contact us" */
  label?: string;
}

/** Leads to a page, in the same tab. Nothing is added to its URL. */
export function link({ href, label }: LinkOptions): Handoff {
  const urlIn = (document: Document) => toUrl(href, document.baseURI);
  return {
    name: 'link',
    ...(label !== undefined && { label }),
    isPresent: (document) => urlIn(document) !== undefined,
    open: (_context, document) => {
      const url = urlIn(document);
      if (url) document.defaultView?.location.assign(url);
      return url !== undefined;
    },
  };
}

function toUrl(href: string, base: string): string | undefined {
  try {
    const url = new URL(href, base);
    return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : undefined;
  } catch {
    return undefined;
  }
}
