import { EMPTY, Observable, share } from 'rxjs';
import { BeforehandError } from '../errors.js';
import { consume } from '../guard.js';
import type { Milliseconds } from '../types.js';
import type { ElementPress } from './ElementPress.js';
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
  const { dom, report } = host;
  const valid = [...new Set(selectors)].filter((selector) => isValid(selector, host));
  if (valid.length === 0) return EMPTY;
  return new Observable<SelectorMatch>((subscriber) =>
    consume(report, 'internal', presses$, ({ press: { time }, path }) => {
      for (const selector of valid)
        if (path.some((element) => dom.matches(element, selector)))
          subscriber.next({ time, selector });
    }),
  ).pipe(share());
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
