import { httpUrl } from '../tools/httpUrl.js';
import type { Handoff, HandoffContext } from '../types.js';

export interface LinkOptions {
  /** A page of the site's, or any http or https URL. */
  href: string;
  /** @defaultValue the built-in "Contact us" */
  label?: string;
  /**
   * Adds the context to the URL: `?page=…&task=…`. It then shows up in logs and histories.
   *
   * @defaultValue false
   */
  query?: boolean;
}

/**
 * Leads to a page: in the same tab on the same site, in a new one elsewhere, so that the visitor
 * does not lose the page they were on.
 */
export function link({ href, label, query = false }: LinkOptions): Handoff {
  return {
    name: 'link',
    ...(label !== undefined && { label }),
    isPresent: ({ baseURI }) => httpUrl(href, baseURI) !== undefined,
    open: (context, document) => {
      const url = httpUrl(href, document.baseURI);
      const { defaultView } = document;
      if (!url || !defaultView) return false;
      go(query ? addQuery(url, context) : url, defaultView);
      return true;
    },
  };
}

function go(url: string, window: Window): void {
  if (new URL(url).origin === window.location.origin) window.location.assign(url);
  else window.open(url, '_blank', 'noopener,noreferrer');
}

function addQuery(href: string, context: HandoffContext): string {
  const url = new URL(href);
  for (const [name, value] of Object.entries(context)) url.searchParams.set(name, String(value));
  return url.href;
}
