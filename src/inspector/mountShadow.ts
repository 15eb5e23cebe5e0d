import { STYLES } from './styles.js';

const NAME = 'beforehand-inspector';

/** What a page may listen to on its document, or trap: none of it leaves the overlay. */
const KEPT_INSIDE =
  'keydown keyup keypress copy pointerdown pointerup mousedown mouseup click dblclick ' +
  'contextmenu focusin focusout touchstart touchend wheel';

/**
 * Puts the empty overlay under `<html>`, where it survives a page that swaps or disables its body.
 * Its element never changes after that, so drawing is no mutation that the page, or we, would see.
 */
export function mountShadow(view: Window & typeof globalThis): {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
} {
  const { document, customElements } = view;
  if (!customElements.get(NAME)) {
    // Made here, since there is no HTMLElement to extend on a server.
    customElements.define(NAME, class extends view.HTMLElement {});
  }
  const host = document.createElement(NAME);
  host.setAttribute('data-beforehand-ui', '');
  const root = host.attachShadow({ mode: 'open' });
  const sheet = new view.CSSStyleSheet();
  sheet.replaceSync(STYLES);
  root.adoptedStyleSheets = [sheet];
  for (const type of KEPT_INSIDE.split(' '))
    root.addEventListener(type, keepInside, { passive: true });
  document.documentElement.append(host);
  return { host, root };
}

function keepInside(event: Event): void {
  event.stopPropagation();
}
