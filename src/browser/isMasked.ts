import type { NativeDom } from './nativeDom.js';

/** Marks by which sites keep recorders out, ours and everybody else's; what is typed freely. */
export const MASKED = [
  '[data-private],[data-beforehand-ignore=""],[data-beforehand-ignore~=all]',
  '.sentry-mask,.sentry-block,.sentry-ignore,[data-sentry-mask],[data-sentry-block],[data-sentry-ignore]',
  '[data-dd-privacy=mask],[data-dd-privacy=hidden],[data-dd-privacy=mask-user-input]',
  '.dd-privacy-mask,.dd-privacy-hidden,.dd-privacy-mask-user-input',
  '.ph-no-capture,.ph-sensitive,.rr-block,.rr-mask,.rr-ignore,[data-clarity-mask]',
  '.amp-mask,.amp-block,.fs-exclude,.fs-mask,.lr-hide,[data-hj-suppress]',
  'input[type=password i],input[type=hidden i],input[type=file i]',
  '[contenteditable]:not([contenteditable=false i])',
].join();

/** Postal codes, cities and countries are left: alone they name nobody. */
const PERSONAL =
  /^(cc-|bday|tel|email|username|one-time-code|street-address|address-line)|password$|(^|-)name$/;

const SECRET_NAME =
  /^cc|cardnum|ccnum|creditcard|csc|cvc|cvv|^exp|pass|pwd|routing|seccode|securitycode|securitynum|socialsec|socsec|ssn/;

/**
 * Whether an element is out of bounds: an event on it counts, without saying where.
 *
 * @param path - elements of the event's path, for marks inside a shadow tree that it is slotted into
 * @param isMarked - false when it is known that no mark is around the element
 * @see {@link https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill} for
 * the autocomplete tokens
 */
export function isMasked(
  element: Element,
  dom: NativeDom,
  path: readonly Element[] = [],
  isMarked = true,
): boolean {
  if (isMarked && dom.closest(element, MASKED)) return true;
  if (path.some((each) => dom.tag(each) === 'slot' && dom.closest(each, MASKED))) return true;
  const tokens = dom.attribute(element, 'autocomplete')?.toLowerCase().split(/\s+/);
  const name = dom
    .attribute(element, 'name')
    ?.toLowerCase()
    .replace(/[^a-z]/g, '');
  return !!tokens?.some((token) => PERSONAL.test(token)) || (!!name && SECRET_NAME.test(name));
}
