import { hash32 } from '../tools/hash32.js';
import { isPage } from './isPage.js';
import type { NativeDom } from './nativeDom.js';

/** Fields of one kind around a control that are compared. */
const MAX_FIELDS = 20;
const MAX_VALUE = 100;
const FIELDS = ['input', 'textarea', 'select'];
/** Attributes that say in which state a control is. */
const STATES = ['aria-checked', 'aria-pressed', 'aria-expanded'];
/** Elements around a control that may hold its fields. */
const LEVELS = 3;

/**
 * What a control shows that no mutation record tells: properties of it and of the fields around it,
 * or of the page's first ones where it has none, with the state that it declares; as one number to
 * compare. Of a value its length and a hash are in it, and it is dropped with the
 * press.
 *
 * @param path - elements of the press, innermost first
 */
export function controlState(element: Element, path: readonly Element[], dom: NativeDom): number {
  let state = 0;
  const sheets = element.ownerDocument.adoptedStyleSheets ?? [];
  for (let i = 0; i < sheets.length; i += 1) state = and(state, sheets[i]!.cssRules.length);
  state = andValue(state, element);
  for (const name of STATES) {
    const value = dom.attribute(element, name);
    state = value === null ? and(state, 1) : hash32(value, state);
  }
  for (const fields of fieldsAround(element, path, dom))
    for (let i = 0; i < MAX_FIELDS && fields[i]; i += 1) state = andValue(state, fields[i]!);
  return state;
}

/** One step of FNV-1a, by 32 bits: one to one, so that a single difference always shows. */
function and(state: number, fact: number): number {
  return Math.imul(state ^ fact, 0x01000193);
}

/** Of each kind. The keys of a code may stand far from it: then the page's. */
function fieldsAround(element: Element, path: readonly Element[], dom: NativeDom) {
  const fieldsIn = (place: Element) => FIELDS.map((tag) => dom.byTag(place, tag));
  const around = fieldsIn(aroundOf(element, path, dom));
  return around.some(([first]) => first) ? around : fieldsIn(element.ownerDocument.documentElement);
}

/** A calculator and its display, a list and "select all". */
function aroundOf(element: Element, path: readonly Element[], dom: NativeDom): Element {
  const at = path.indexOf(element) + 1;
  let around = path[at] ?? element;
  for (let i = at + 1; i < Math.min(at + LEVELS, path.length); i += 1)
    if (!isPage(path[i]!, dom)) around = path[i]!;
  return around;
}

/** Some dozen are read for a press: in few steps, each of them one to one in what was before. */
function andValue(before: number, element: Element): number {
  const { checked, indeterminate, selectedIndex, value } = element as Partial<HTMLInputElement> & {
    readonly selectedIndex?: number;
  };
  const marks = (checked ? 1 : 0) + (indeterminate ? 2 : 0) + 4 * ((selectedIndex ?? -2) + 2);
  const state = Math.imul(before ^ marks, 0x01000193);
  if (typeof value !== 'string') return state;
  return hash32(value.slice(0, MAX_VALUE), Math.imul(state ^ value.length, 0x01000193));
}
