import type { NativeDom } from './nativeDom.js';

/** Elements that are looked at, and roots that are found; a page with more is known in part. */
const MAX_ELEMENTS = 5000;
const MAX_ROOTS = 50;

/**
 * The open shadow roots inside a document or element, also those inside others: an application of
 * web components answers a press in one of them with a change in another.
 */
export function openRoots(inside: ParentNode, dom: NativeDom): readonly ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  let nLeft = MAX_ELEMENTS;
  const search = (parent: ParentNode): void => {
    for (const element of parent.querySelectorAll('*')) {
      if (nLeft <= 0 || roots.length >= MAX_ROOTS) return;
      nLeft -= 1;
      const root = dom.shadow(element);
      if (!root) continue;
      roots.push(root);
      search(root);
    }
  };
  search(inside);
  return roots;
}
