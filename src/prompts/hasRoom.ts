/** On a smaller viewport, in CSS pixels, a card leaves too little of the page. */
const MIN_VIEWPORT_PX = 480;
/** Most of the viewport that may be covered without having been asked to. */
const MAX_SHARE = 0.35;

/**
 * Whether a prompt may stay where it is: it leaves enough of the page, and covers neither what has
 * the focus nor what is to be kept clear. It forces layout, so it is asked rarely.
 *
 * @see {@link https://www.w3.org/WAI/WCAG22/Understanding/reflow.html} WCAG 1.4.10
 * @see {@link https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum.html} WCAG 2.4.11
 */
export function hasRoom(host: HTMLElement, form: 'badge' | 'card'): boolean {
  const { ownerDocument: document } = host;
  const { innerWidth, innerHeight } = document.defaultView!;
  const ours = host.getBoundingClientRect();
  if (form === 'card') {
    if (Math.min(innerWidth, innerHeight) < MIN_VIEWPORT_PX) return false;
    if (ours.width * ours.height > MAX_SHARE * innerWidth * innerHeight) return false;
  }
  const covers = (element: Element) => overlaps(ours, element.getBoundingClientRect());
  return !toKeepClear(document, host).some(covers) && !hidesInspector(document, ours);
}

/** A prompt over the overlay that shows why would hide its own reasons. */
function hidesInspector(document: Document, { left, right, top, bottom }: DOMRect): boolean {
  return [left + 1, right - 1].some((x) =>
    document
      .elementsFromPoint(x, (top + bottom) / 2)
      .some(({ localName }) => localName === 'beforehand-inspector'),
  );
}

function toKeepClear(document: Document, host: HTMLElement): Element[] {
  let focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  const isOfPage = focused && focused !== document.body && !host.shadowRoot?.contains(focused);
  return [...document.querySelectorAll('[data-private]'), ...(isOfPage ? [focused!] : [])];
}

function overlaps(one: DOMRect, other: DOMRect): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
