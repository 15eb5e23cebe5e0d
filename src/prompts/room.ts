import type { Mounted } from './mountElement.js';

/** Smaller than this, a card leaves too little of the page. */
const MIN_VIEWPORT_PX = 480;

/**
 * Whether the viewport is too small for a card, as on a phone or at 400 % zoom.
 *
 * @see {@link https://www.w3.org/WAI/WCAG22/Understanding/reflow.html} WCAG 1.4.10
 */
export function isCramped({ defaultView }: Document): boolean {
  const { innerWidth = 0, innerHeight = 0 } = defaultView ?? {};
  return innerWidth < MIN_VIEWPORT_PX || innerHeight < MIN_VIEWPORT_PX;
}

/** Whether what is drawn lies over the element that has the focus. */
export function isCovering({ host, root }: Mounted): boolean {
  const { activeElement, body } = host.ownerDocument;
  if (!activeElement || activeElement === body || activeElement === host) return false;
  const ours = root.firstElementChild!.getBoundingClientRect();
  const theirs = activeElement.getBoundingClientRect();
  return (
    ours.left < theirs.right &&
    theirs.left < ours.right &&
    ours.top < theirs.bottom &&
    theirs.top < ours.bottom
  );
}
