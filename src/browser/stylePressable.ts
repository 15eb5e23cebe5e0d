import { declaredKind } from './controlKind.js';
import type { Host } from './Host.js';
import { isPage } from './isPage.js';

/** Elements around the pressed one that may be the card it is a part of. */
const LEVELS = 6;
/** Elements under a sheet that are looked at: what is written on a button, and the button. */
const DEPTH = 4;
const CLEAR = /^transparent$|, 0\)$/;

/**
 * What a press on nothing was meant for by the looks: a card that shows a hand, to its outermost part
 * that does; or the control under a sheet that cannot be seen and takes its presses. Reads computed
 * style, which the browser has just brought up to date to find what was pressed, and asks what lies
 * there for an empty sheet alone.
 *
 * @param path - elements of the press, innermost first
 */
export function stylePressable(
  path: readonly Element[],
  { clientX, clientY }: MouseEvent,
  { window, document, dom }: Host,
): Element | undefined {
  const [pressed] = path;
  if (!pressed || isPage(pressed, dom)) return undefined;
  // Style, not layout, and just brought up to date: one or two microseconds.
  // eslint-disable-next-line no-restricted-properties
  const styleOf = (element: Element) => window.getComputedStyle(element);
  const { cursor, backgroundColor, backgroundImage } = styleOf(pressed);
  if (cursor === 'pointer') {
    const end = path.findIndex((each) => styleOf(each).cursor !== 'pointer');
    const card = path[end - 1];
    // On a page that shows a hand everywhere, it says nothing.
    return card && end <= LEVELS && !isPage(card, dom) ? card : undefined;
  }
  const isSheet = !pressed.firstChild && CLEAR.test(backgroundColor) && backgroundImage === 'none';
  if (!isSheet) return undefined;
  const [top, ...under] = document.elementsFromPoint(clientX, clientY).slice(0, DEPTH);
  return top === pressed ? under.find((each) => declaredKind(each, dom) !== 'none') : undefined;
}
