import type { NativeDom } from './nativeDom.js';

/** Levels that are read; real pages have 20 to 40. */
const MAX_DEPTH = 64;
/** Siblings that are counted at one level: a row further down a long list is one of many. */
const MAX_SIBLINGS = 64;
/** Siblings that are counted in all, so that a press costs the same on any page. */
const MAX_STEPS = 400;

/**
 * Where an element stands in the tree, `main>form>button:2`: tags and places among siblings of the
 * same tag, no ids, classes or text. The same for an element that is mounted again in its place.
 */
export function structuralPath(element: Element, dom: NativeDom): string {
  const parts: string[] = [];
  let steps = MAX_STEPS;
  let current: Node | null = element;
  while (current && parts.length < MAX_DEPTH) {
    if (dom.isElement(current)) {
      const tag = dom.tag(current);
      // The same on every page: not worth a word.
      if (parts.length > 0 && (tag === 'body' || tag === 'html')) break;
      const place = placeOf(current, tag, Math.min(steps, MAX_SIBLINGS), dom);
      steps -= place.seen;
      parts.push(place.nth === 1 ? tag : `${tag}:${place.nth}`);
    }
    current = dom.parent(current);
  }
  return parts.reverse().join('>');
}

function placeOf(element: Element, tag: string, most: number, dom: NativeDom) {
  let nth = 1;
  let seen = 0;
  let sibling = most > 0 ? dom.previous(element) : null;
  for (; sibling && seen < most; seen += 1) {
    if (dom.tag(sibling) === tag) nth += 1;
    sibling = dom.previous(sibling);
  }
  return { nth, seen };
}
