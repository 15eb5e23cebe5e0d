import type { NativeDom } from './nativeDom.js';

/** Whether an element is the SDK's own: what happens there is never evidence of anything. */
export function isOwnUi(element: Element, dom: NativeDom): boolean {
  return (
    dom.tag(element).startsWith('beforehand-') ||
    dom.attribute(element, 'data-beforehand-ui') !== null
  );
}
