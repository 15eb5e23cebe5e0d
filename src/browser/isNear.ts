import type { NativeDom } from './nativeDom.js';

/** What a change has to touch to be about a pressed control. */
export interface Neighbourhood {
  readonly element: Element;
  /** Elements around it that are its own, whatever they are. */
  readonly around: readonly Element[];
  /** The form, list item, section or the like that it is in. */
  readonly surroundings: Element | null;
}

const SURROUNDINGS = 'form,fieldset,li,tr,article,section,dialog,nav,[role=dialog],[role=group]';
const CLOSE_LEVELS = 4;

/** @param path - elements of the press, innermost first */
export function neighbourhood(
  element: Element,
  path: readonly Element[],
  dom: NativeDom,
): Neighbourhood {
  return {
    element,
    around: path.slice(0, CLOSE_LEVELS),
    surroundings: dom.closest(element, SURROUNDINGS),
  };
}

/** Whether a place is in a control, close around it, in what it controls or in its surroundings. */
export function isNear(
  place: Node,
  { element, around, surroundings }: Neighbourhood,
  dom: NativeDom,
): boolean {
  if (dom.contains(element, place) || around.includes(place as Element)) return true;
  if (surroundings && dom.contains(surroundings, place)) return true;
  const controlled = controlledBy(element, dom);
  return controlled !== null && dom.contains(controlled, place);
}

/** What a control says that it shows, hides or fills. */
export function controlledBy(element: Element, dom: NativeDom): Element | null {
  const id = dom.attribute(element, 'aria-controls');
  return id ? element.ownerDocument.getElementById(id) : null;
}
