import type { Host } from './Host.js';
import { isPage } from './isPage.js';
import type { PressableLooks } from './Located.js';

/** Elements around the one that was pressed that may be the card it is a part of. */
const LEVELS = 6;
/** Elements under a sheet that are looked at: what is written on a button, and the button. */
const DEPTH = 4;
const CONTROL = 'a[href],button,input,select,textarea,summary,[role=button],[role=link]';
const CLEAR = /^transparent$|, 0\)$/;

/**
 * Finds out what a press on no control was meant for by its looks: a card that shows a hand, to its
 * outermost part that does; or the control under a sheet that cannot be seen and takes its presses.
 * Reads computed style, and asks what lies there for an empty sheet alone: not for a listener.
 */
export function pressableLooks({ window, document, dom, describe }: Host): PressableLooks {
  // In a task of its own, once for each press of what is no control.
  // eslint-disable-next-line no-restricted-properties
  const styleOf = (element: Element) => window.getComputedStyle(element);

  const cardAround = (element: Element): Element | undefined => {
    let card = element;
    for (let level = 0; level < LEVELS; level += 1) {
      const around = dom.parent(card);
      if (!dom.isElement(around)) return undefined;
      // On a page that shows a hand everywhere, it says nothing.
      if (styleOf(around).cursor !== 'pointer') return isPage(card, dom) ? undefined : card;
      card = around;
    }
    return undefined;
  };

  const underSheet = (sheet: Element, x: number, y: number): Element | undefined => {
    const [top, ...under] = document.elementsFromPoint(x, y).slice(0, DEPTH);
    return top === sheet ? under.find((each) => dom.matches(each, CONTROL)) : undefined;
  };

  const find = (element: Element, x: number, y: number): Element | undefined => {
    const { cursor, backgroundColor, backgroundImage } = styleOf(element);
    if (cursor === 'pointer') return cardAround(element);
    const isSheet =
      !element.firstChild && backgroundImage === 'none' && CLEAR.test(backgroundColor);
    // Events that scripts make may have places that are none.
    return isSheet && Number.isFinite(x + y) ? underSheet(element, x, y) : undefined;
  };

  return (pressed, { clientX, clientY }) => {
    const element = isPage(pressed.element, dom)
      ? undefined
      : find(pressed.element, clientX, clientY);
    if (!element) return undefined;
    const target = describe(element);
    const control = target.control === 'none' ? 'button' : target.control;
    // What is around a part that is out of bounds says as little of where it is.
    const where = pressed.target.path ? {} : { path: '', context: '' };
    return { element, target: { ...target, control, ...where } };
  };
}
