/** An element of ours on the page, with what is in it out of reach of the page's styles. */
export interface Mounted {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  remove(): void;
}

/**
 * Puts a custom element under `<html>`: there it survives a page that swaps or disables its body.
 *
 * The element's class is empty, so a second copy of the SDK may use the same one.
 *
 * @param styles - a constructable style sheet's text: the only kind that a strict policy allows
 */
export function mountElement(document: Document, name: string, styles: string): Mounted {
  const window = document.defaultView as Window & typeof globalThis;
  if (!window.customElements.get(name)) {
    // Made here, since there is no HTMLElement to extend on a server.
    window.customElements.define(name, class extends window.HTMLElement {});
  }
  const host = document.createElement(name);
  host.setAttribute('data-beforehand-ui', '');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new window.CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  document.documentElement.append(host);
  return { host, root, remove: () => host.remove() };
}
