import { defineElement, type Realm } from './defineElement.js';

/** An element of ours on the page, with what is in it out of reach of the page's styles. */
export interface Mounted {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** It lies in the flow of the page, where the page wants it, and covers nothing. */
  readonly isInline: boolean;
  /** Takes it off the page, or empties the place that it was given. */
  remove(): void;
}

export interface MountOptions {
  readonly document: Document;
  /** Of the custom element. */
  readonly name: string;
  /** Becomes a constructable style sheet, the only kind that a strict policy lets a script make. */
  readonly styles: string;
  readonly lang: string;
  readonly dir: string;
}

/**
 * Puts a custom element under `<html>`, where it survives a page that swaps its body or makes it
 * inert.
 */
export function mountElement(options: MountOptions): Mounted {
  const { document, name } = options;
  defineElement(document.defaultView as Realm, name);
  const host = document.createElement(name);
  const root = dress(host, options);
  document.documentElement.append(host);
  return { host, root, isInline: false, remove: () => host.remove() };
}

/** Attributes that tell of a prompt; those of the page's own are its business. */
const OURS = ['lang', 'dir', 'role', 'aria-label', 'data-beforehand-ui', 'data-side'];

/** Uses an element of the page's; afterwards it is as it was. */
export function mountInside(host: HTMLElement, options: MountOptions): Mounted {
  const before = host.cloneNode() as HTMLElement;
  const root = dress(host, options);
  const remove = () => {
    root.replaceChildren();
    root.adoptedStyleSheets = [];
    for (const name of OURS) {
      const value = before.getAttribute(name);
      if (value === null) host.removeAttribute(name);
      else host.setAttribute(name, value);
    }
  };
  return { host, root, isInline: true, remove };
}

/** Gives it our styles, words' direction and mark. */
function dress(host: HTMLElement, { document, styles, lang, dir }: MountOptions): ShadowRoot {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const sheet = new (document.defaultView as Realm).CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  host.lang = lang;
  host.dir = dir;
  // Tells analytics of the host's, and our own streams, that this is not part of the page.
  host.setAttribute('data-beforehand-ui', '');
  return root;
}
