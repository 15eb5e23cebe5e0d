/**
 * Whether an element that matches is visible now. Reads layout, so it is for decisions, never for
 * listeners. A selector that this browser does not know matches nothing.
 */
export function isShown(document: Document, selector: string): boolean {
  let found: NodeListOf<Element>;
  try {
    found = document.querySelectorAll(selector);
  } catch {
    return false;
  }
  return Array.from(found).some(isVisible);
}

function isVisible(element: Element): boolean {
  if (typeof element.checkVisibility === 'function') {
    return element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
  }
  return element.getClientRects().length > 0;
}
