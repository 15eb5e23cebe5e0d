import { hash32 } from '../tools/hash32.js';
import type { NativeDom } from './nativeDom.js';

/** What a control shows, as comparable facts. */
export type ControlState = readonly unknown[];

/** Fields of one kind around a control that are compared. */
const MAX_FIELDS = 20;
const MAX_VALUE = 100;
const FIELDS = ['input', 'textarea', 'select'];
const PAGE: readonly string[] = ['html', 'body', 'main'];
/** Elements around a control that may hold its fields. */
const LEVELS = 3;

/**
 * What a control shows that no mutation record tells: properties of it and of the fields around it.
 * Of a value there is a length and a hash in it, and it is dropped with the press.
 *
 * @param path - elements of the press, innermost first
 */
export function controlState(
  element: Element,
  path: readonly Element[],
  dom: NativeDom,
): ControlState {
  const { popoverTargetElement } = element as Partial<HTMLInputElement>;
  const state: unknown[] = [
    isOpen(dom.closest(element, 'details,dialog')),
    isOpen(popoverTargetElement ?? null),
  ];
  const sheets = element.ownerDocument.adoptedStyleSheets ?? [];
  for (let i = 0; i < sheets.length; i += 1) state.push(sheets[i]!.cssRules.length);
  pushValue(element, state);
  const around = aroundOf(element, path, dom);
  for (const tag of FIELDS) {
    const fields = dom.byTag(around, tag);
    for (let i = 0; i < MAX_FIELDS && fields[i]; i += 1) pushValue(fields[i]!, state);
  }
  return state;
}

export function isSameState(a: ControlState, b: ControlState): boolean {
  return a.length === b.length && a.every((fact, i) => fact === b[i]);
}

/** A calculator and its display, a list and "select all". */
function aroundOf(element: Element, path: readonly Element[], dom: NativeDom): Element {
  const at = path.indexOf(element) + 1;
  let around = path[at] ?? element;
  for (let i = at + 1; i < Math.min(at + LEVELS, path.length); i += 1)
    if (!PAGE.includes(dom.tag(path[i]!))) around = path[i]!;
  return around;
}

function pushValue(element: Element, state: unknown[]): void {
  const { checked, indeterminate, selectedIndex, value } = element as Partial<HTMLInputElement> & {
    readonly selectedIndex?: number;
  };
  const text = typeof value === 'string' ? value : '';
  state.push(checked, indeterminate, selectedIndex, text.length, hash32(text.slice(0, MAX_VALUE)));
}

function isOpen(element: Element | null): boolean {
  if (!element) return false;
  if ((element as Partial<HTMLDetailsElement>).open) return true;
  try {
    return element.matches(':popover-open');
  } catch {
    // A browser without popovers does not know the selector.
    return false;
  }
}
