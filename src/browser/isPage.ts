import type { NativeDom } from './nativeDom.js';

/** Whether an element is the whole page, or nearly: what is in it has nothing to do with each other. */
export function isPage(element: Element, dom: NativeDom): boolean {
  return dom.matches(element, 'html,body,main');
}
