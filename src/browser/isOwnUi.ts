import type { NativeDom } from './nativeDom.js';

/** The SDK's own elements, and what the host marked as such. */
export const OWN_UI = 'beforehand-prompt,beforehand-slot,beforehand-inspector,[data-beforehand-ui]';

/** What an event's path has besides elements: the document and the window. */
const PAGE = 2;

/** Whether an element is the SDK's own: what happens there is never evidence of anything. */
export function isOwnUi(element: Element, dom: NativeDom): boolean {
  return (
    dom.tag(element).startsWith('beforehand-') ||
    dom.attribute(element, 'data-beforehand-ui') !== null
  );
}

/**
 * Whether an event passes any of it. Only a path through shadow trees has to be walked.
 *
 * @param elements - those of the path, innermost first
 */
export function passesOwnUi(
  path: readonly EventTarget[],
  elements: readonly Element[],
  dom: NativeDom,
): boolean {
  const [first] = elements;
  if (path.length - elements.length > PAGE) return elements.some((each) => isOwnUi(each, dom));
  return first !== undefined && dom.closest(first, OWN_UI) !== null;
}
