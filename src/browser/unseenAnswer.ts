import type { Milliseconds, ResponseKind } from '../types.js';
import { isPage } from './isPage.js';
import { isStyled } from './isStyled.js';
import type { NativeDom } from './nativeDom.js';
import type { Watched } from './watched.js';

/** By its state or the class that shows it, it is on already, or leads to where the visitor is: there is nothing to change. */
const ALREADY =
  '[type=radio i]:checked,[role$=radio][aria-checked=true],[aria-selected=true],[aria-current]:not([aria-current=false]),.active,.current,.selected';
/**
 * Their insides tell nobody when they change. A text being written tells of all but how it will go
 * on; what sets that leaves the focus to it, as every tool bar does, where any other button takes it.
 */
const SURFACE = 'canvas,embed,object,iframe,[contenteditable]:not([contenteditable=false]):focus';
/** A tool and the surface that it works on stand close together; a whole page is not close. */
const LEVELS = 3;

/** Whether a press needs no answer. For the moment of the press, before the page has acted. */
export function isAlready({ element }: Watched, dom: NativeDom): boolean {
  return dom.matches(element, ALREADY);
}

/**
 * What may have answered a press that nothing tells of. Searches the page around the control.
 *
 * @param sinceMs - how long ago the press was
 */
export function unseenAnswer(
  { element, path }: Watched,
  dom: NativeDom,
  sinceMs: Milliseconds,
): ResponseKind | undefined {
  if (isClosed(element, dom) || isStyled(element, dom, sinceMs)) return 'property';
  const around = path.slice(path.indexOf(element) + 1).slice(0, LEVELS);
  // A control right on the page has nothing beside it, and searching the page would be dear.
  const isBeside = around.some((each) => !isPage(each, dom) && dom.find(each, SURFACE));
  return isBeside ? 'media' : undefined;
}

/** A component that shows what is inside it to nobody. */
function isClosed(element: Element, dom: NativeDom): boolean {
  const { defaultView } = element.ownerDocument;
  return !dom.shadow(element) && !!defaultView?.customElements?.get(dom.tag(element));
}
