import { hash32 } from '../tools/hash32.js';
import type { NativeDom } from './nativeDom.js';

/** Fields of one kind around a control that are compared. */
const MAX_FIELDS = 20;
const MAX_VALUE = 100;
const PAGE = 'html,body,main';

/**
 * What a control shows that no mutation record tells: properties of it and of the fields around it,
 * as one comparable text. Of a value there is a length and a hash in it, and it is dropped with the
 * press.
 *
 * @param path - elements of the press, innermost first
 */
export function controlState(element: Element, path: readonly Element[], dom: NativeDom): string {
  const { popoverTargetElement } = element as Partial<HTMLInputElement>;
  // A calculator and its display, a list and "select all".
  const [parent = element, ...outer] = path.slice(path.indexOf(element) + 1).slice(0, 3);
  const around = outer.filter((each) => !dom.matches(each, PAGE)).at(-1) ?? parent;
  return [
    valueOf(element),
    isOpen(dom.closest(element, 'details,dialog')),
    isOpen(popoverTargetElement ?? null),
    element.ownerDocument.adoptedStyleSheets?.map(({ cssRules }) => cssRules.length),
    ['input', 'textarea', 'select'].flatMap((tag) => {
      const fields = dom.byTag(around, tag);
      return Array.prototype.slice.call(fields, 0, MAX_FIELDS).map(valueOf);
    }),
  ].join();
}

function valueOf(element: Element): string {
  const { checked, indeterminate, selectedIndex, value } = element as Partial<HTMLInputElement> & {
    readonly selectedIndex?: number;
  };
  const text = typeof value === 'string' ? value : '';
  const hash = hash32(text.slice(0, MAX_VALUE));
  return [checked, indeterminate, selectedIndex, text.length, hash].join();
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
