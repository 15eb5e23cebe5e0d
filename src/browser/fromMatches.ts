import { mergeMap, share, type Observable } from 'rxjs';
import { BeforehandError } from '../errors.js';
import type { Milliseconds } from '../types.js';
import type { ElementPress } from './fromPresses.js';
import type { Host } from './Host.js';

export interface SelectorMatch {
  readonly time: Milliseconds;
  readonly selector: string;
}

/**
 * Which of the host's selectors an element on the way of a press matches. A selector that this
 * browser does not know is reported once and matches nothing.
 */
export function fromMatches(
  host: Host,
  { presses$, selectors }: { presses$: Observable<ElementPress>; selectors: readonly string[] },
): Observable<SelectorMatch> {
  const { dom } = host;
  const valid = [...new Set(selectors)].filter((selector) => isValid(selector, host));
  return presses$.pipe(
    mergeMap(({ press: { time }, path }) =>
      valid
        .filter((selector) => path.some((element) => dom.matches(element, selector)))
        .map((selector) => ({ time, selector })),
    ),
    share(),
  );
}

function isValid(selector: string, { document, report }: Host): boolean {
  try {
    document.createDocumentFragment().querySelector(selector);
    return true;
  } catch {
    report(new BeforehandError('invalid-config', `not a CSS selector: ${selector}`));
    return false;
  }
}
