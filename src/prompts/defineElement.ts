/**
 * Makes a custom element known to a window, once.
 *
 * Its class is made here, since there is no `HTMLElement` to extend on a server, and is empty, so
 * that two copies of the SDK can share it.
 */
export function defineElement({ customElements, HTMLElement }: Realm, name: string): void {
  if (!customElements.get(name)) customElements.define(name, class extends HTMLElement {});
}

/** A window with its own constructors; a frame's differ from those of the page around it. */
export type Realm = Window & typeof globalThis;
