import type { NativeDom } from './nativeDom.js';

/** Marks by which sites keep recorders out, ours and everybody else's. */
const MASKED = [
  '[data-private]',
  '.sentry-mask,.sentry-block,.sentry-ignore,[data-sentry-mask],[data-sentry-block],[data-sentry-ignore]',
  '[data-dd-privacy=mask],[data-dd-privacy=hidden],[data-dd-privacy=mask-user-input]',
  '.dd-privacy-mask,.dd-privacy-hidden,.dd-privacy-mask-user-input',
  '.ph-no-capture,.ph-sensitive,.rr-block,.rr-mask,.rr-ignore,[data-clarity-mask]',
  '.amp-mask,.amp-block,.fs-exclude,.fs-mask,.lr-hide,[data-hj-suppress]',
  'input[type=password],input[type=hidden],input[type=file]',
].join();

const PERSONAL =
  /^(cc-|bday|tel|email|username|one-time-code|street-address|address-|postal-code)|password$|(^|-)name$/;

const SECRET_NAME = /^(cc|cardnum|ccnum|creditcard|csc|cvc|cvv|exp|pass|pwd|routing|seccode|ssn)/i;

/**
 * Whether an element is out of bounds: an event on it counts, without saying where.
 *
 * @see {@link https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill} for
 * the autocomplete tokens
 */
export function isMasked(element: Element, dom: NativeDom): boolean {
  if (dom.closest(element, MASKED)) return true;
  const tokens = (dom.attribute(element, 'autocomplete') ?? '').toLowerCase().split(/\s+/);
  return (
    tokens.some((token) => PERSONAL.test(token)) ||
    SECRET_NAME.test(dom.attribute(element, 'name') ?? '')
  );
}
