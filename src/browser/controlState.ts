import { hash32 } from '../tools/hash32.js';
import type { NativeDom } from './nativeDom.js';

/**
 * What a control shows that no mutation record tells: properties, as one comparable text. Of its
 * value there is a length and a hash in it, and it is dropped with the press.
 */
export function controlState(element: Element, dom: NativeDom): string {
  const { checked, indeterminate, selectedIndex, value, popoverTargetElement } =
    element as Partial<HTMLInputElement> & { readonly selectedIndex?: number };
  const text = typeof value === 'string' ? value : '';
  return [
    checked,
    indeterminate,
    selectedIndex,
    text.length,
    hash32(text),
    isOpen(dom.closest(element, 'details,dialog')),
    isOpen(popoverTargetElement ?? null),
    element.ownerDocument.adoptedStyleSheets?.map(numberOf),
  ].join();
}

/** One style sheet may take the place of another. */
const numbers = new WeakMap<CSSStyleSheet, number>();
let nSheets = 0;

function numberOf(sheet: CSSStyleSheet): number {
  const number = numbers.get(sheet) ?? (nSheets += 1);
  numbers.set(sheet, number);
  return number;
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
