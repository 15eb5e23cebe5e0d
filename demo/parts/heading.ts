import { element } from '../element.js';

/** The page's `<h1>`; takes the focus when the page is opened from another one. */
export function heading(text: string): HTMLHeadingElement {
  return element('h1', { tabindex: -1 }, text);
}
