import type { NativeDom } from './nativeDom.js';

/** Levels that are looked at. */
const MAX_DEPTH = 32;

/**
 * Whether something around an element scrolls, and is at its end in the direction of a swipe, so
 * that nothing is to be expected of it. Reads layout: never ask in a listener.
 */
export function isAtEnd(
  element: Element,
  { rightPx, downPx }: { readonly rightPx: number; readonly downPx: number },
  dom: NativeDom,
): boolean {
  const isVertical = Math.abs(downPx) > Math.abs(rightPx);
  const isBack = (isVertical ? downPx : rightPx) > 0;
  let node: Node | null = element;
  for (let depth = 0; dom.isElement(node) && depth < MAX_DEPTH; depth += 1) {
    const offsetPx = isVertical ? node.scrollTop : node.scrollLeft;
    const beyondPx = isVertical
      ? node.scrollHeight - node.clientHeight
      : node.scrollWidth - node.clientWidth;
    // What was never scrolled, and could be, may be locked.
    const isEnd = isBack ? offsetPx <= 0 : offsetPx > 0 && offsetPx >= beyondPx - 1;
    if (beyondPx > 1 && isEnd) return true;
    node = dom.parent(node);
  }
  return false;
}
