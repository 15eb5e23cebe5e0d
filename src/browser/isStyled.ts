import type { Milliseconds } from '../types.js';
import { focusRules } from './focusRules.js';
import type { NativeDom } from './nativeDom.js';

/**
 * Whether something beside a control moves or shows because it was pressed, though nothing was
 * written into the document: a script's animation, or a rule for what has the focus, of which many
 * menus are made. The style is brought up to date for it: not for a listener.
 *
 * @param sinceMs - how long ago the press was
 */
export function isStyled(element: Element, dom: NativeDom, sinceMs: Milliseconds): boolean {
  // Older browsers have no list of animations, and recordings neither that nor style sheets.
  const document: Pick<Document, 'documentElement'> & Partial<Document> = element.ownerDocument;
  const isBeside = (found: Element | null = null) =>
    found && !dom.contains(element, found) && !dom.contains(found, element);

  // Not a transition: whoever leaves a menu makes it fade, whatever is pressed.
  const isNew = (animation: Animation) =>
    animation.constructor.name === 'Animation' &&
    Number(animation.currentTime) <= sinceMs &&
    isBeside((animation.effect as KeyframeEffect | null)?.target);

  return (
    !!document.getAnimations?.().some(isNew) ||
    focusRules(document).some((selector) => isBeside(dom.find(document.documentElement, selector)))
  );
}
