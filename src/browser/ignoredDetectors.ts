import type { NativeDom } from './nativeDom.js';

/** Peers' marks that switch a signal off, as they stand. */
const MARKS: readonly (readonly [selector: string, detector: string])[] = [
  ['.ph-no-rageclick', 'rageClick'],
  ['.ph-no-deadclick', 'deadClick'],
  ['[data-dd-ignore-frustration~=rage-click]', 'rageClick'],
  ['[data-dd-ignore-frustration~=dead-click]', 'deadClick'],
  ['[data-dd-ignore-frustration~=error-click]', 'errorClick'],
  ['[data-dd-ignore-frustration~=all]', 'all'],
];
const OWN = 'data-beforehand-ignore';
const ANY = `[${OWN}],.ph-no-rageclick,.ph-no-deadclick,[data-dd-ignore-frustration]`;

/** Detectors that marks on an element or around it switch off; a bare mark switches off all. */
export function ignoredDetectors(element: Element, dom: NativeDom): readonly string[] {
  const names = new Set<string>();
  let marked = dom.closest(element, ANY);
  while (marked) {
    for (const name of ownNames(marked, dom)) names.add(name);
    for (const [selector, detector] of MARKS)
      if (dom.matches(marked, selector)) names.add(detector);
    const parent = parentElement(marked, dom);
    marked = parent && dom.closest(parent, ANY);
  }
  return [...names];
}

function ownNames(element: Element, dom: NativeDom): readonly string[] {
  const value = dom.attribute(element, OWN);
  return value === null ? [] : value.trim() === '' ? ['all'] : value.trim().split(/\s+/);
}

/** Out of a shadow tree in one step more. */
function parentElement(element: Element, dom: NativeDom): Element | null {
  let parent = dom.parent(element);
  while (parent && !dom.isElement(parent)) parent = dom.parent(parent);
  return parent;
}
