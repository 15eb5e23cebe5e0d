import type { MirrorElement } from './MirrorElement.js';
import { earlier, later, ofType } from './relatives.js';
import type { Matches } from './selector.js';

const DISABLEABLE = /^(button|input|select|textarea|optgroup|option|fieldset)$/;

function isDisabled(element: MirrorElement): boolean {
  if (!DISABLEABLE.test(element.localName)) return false;
  if (element.getAttribute('disabled') !== null) return true;
  const fieldset = element.parentElement?.closest('fieldset[disabled]');
  const legend = fieldset && element.closest('legend');
  return Boolean(fieldset) && legend?.parentElement !== fieldset;
}

const isIn = (tags: RegExp, element: MirrorElement) => tags.test(element.localName);
const never = () => false;

/** Those without arguments, by name. Nothing is pointed at, and nothing was visited. */
export const PLAIN: Readonly<Record<string, Matches>> = {
  root: ({ parentElement, isConnected }) => !parentElement && isConnected,
  empty: ({ first }) => first === null,
  'first-child': (element) => earlier(element).length === 0,
  'last-child': (element) => later(element).length === 0,
  'only-child': (element) => earlier(element).length + later(element).length === 0,
  'first-of-type': (element) => ofType(earlier)(element).length === 0,
  'last-of-type': (element) => ofType(later)(element).length === 0,
  'only-of-type': (element) =>
    ofType(earlier)(element).length + ofType(later)(element).length === 0,
  disabled: isDisabled,
  enabled: (element) => isIn(DISABLEABLE, element) && !isDisabled(element),
  checked: (element) => element.checked === true,
  required: (element) => element.getAttribute('required') !== null,
  optional: (element) =>
    isIn(/^(input|select|textarea)$/, element) && element.getAttribute('required') === null,
  link: (element) => isIn(/^(a|area)$/, element) && element.getAttribute('href') !== null,
  'any-link': (element) => isIn(/^(a|area)$/, element) && element.getAttribute('href') !== null,
  focus: (element) => element.ownerDocument?.activeElement === element,
  'focus-visible': (element) => element.ownerDocument?.activeElement === element,
  'focus-within': (element) => element.contains(element.ownerDocument?.activeElement ?? null),
  // As recorders write down how a dialog was opened.
  modal: (element) => element.open && element.getAttribute('rr_open_mode') === 'modal',
  open: (element) => element.open,
  // No code of the page runs here: what its elements became is what was recorded.
  defined: () => true,
  hover: never,
  active: never,
  visited: never,
  target: never,
};
