import { defineElement, type Realm } from './defineElement.js';

/** An element of ours on the page, with what is in it out of reach of the page's styles. */
export interface Mounted {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
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
 * inert. `host.remove()` takes away all of it.
 */
export function mountElement({ document, name, styles, lang, dir }: MountOptions): Mounted {
  const window = document.defaultView as Realm;
  defineElement(window, name);
  const host = document.createElement(name);
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  host.lang = lang;
  host.dir = dir;
  // Tells analytics of the host's, and our own streams, that this is not part of the page.
  host.setAttribute('data-beforehand-ui', '');
  document.documentElement.append(host);
  return { host, root };
}
