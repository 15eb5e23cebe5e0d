import type { NativeDom } from './nativeDom.js';

/** Levels that are read: enough to tell controls of one page apart. */
const MAX_DEPTH = 12;
/** Siblings that are counted: a row further down a long list is one of many. */
const MAX_SIBLINGS = 64;

/**
 * Where an element stands in the tree, `main>form>button:2`: tags and places among siblings of the
 * same tag, no ids, classes or text. The same for an element that is mounted again in its place.
 */
export function structuralPath(element: Element, dom: NativeDom): string {
  const parts: string[] = [];
  let current: Node | null = element;
  while (current && parts.length < MAX_DEPTH) {
    if (dom.isElement(current)) parts.push(part(current, dom));
    // Out of a shadow tree, on through its host.
    current = dom.parent(current) ?? (current as Partial<ShadowRoot>).host ?? null;
  }
  return parts.reverse().join('>');
}

function part(element: Element, dom: NativeDom): string {
  const tag = dom.tag(element);
  let place = 1;
  let sibling = dom.previous(element);
  for (let seen = 0; sibling && seen < MAX_SIBLINGS; seen += 1) {
    if (dom.tag(sibling) === tag) place += 1;
    sibling = dom.previous(sibling);
  }
  return place === 1 ? tag : `${tag}:${place}`;
}
