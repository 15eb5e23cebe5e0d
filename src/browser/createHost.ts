import type { Report } from '../guard.js';
import type { Clock } from '../types.js';
import type { Host } from './Host.js';
import { isOwnUi } from './isOwnUi.js';
import { nativeDom } from './nativeDom.js';

/** Event times further from the clock than this are of another clock, as in tests. */
const SAME_CLOCK_MS = 10_000;

export function createHost(
  document: Document,
  { clock, report, trustSynthetic }: { clock: Clock; report: Report; trustSynthetic: boolean },
): Host {
  const window = document.defaultView as Host['window'];
  const dom = nativeDom(window);
  return {
    window,
    document,
    dom,
    clock,
    report,
    accepts: (event) =>
      (event.isTrusted || trustSynthetic) &&
      !event.composedPath().some((node) => dom.isElement(node) && isOwnUi(node, dom)),
    timeOf: ({ timeStamp }) => {
      const now = clock.now();
      return Math.abs(now - timeStamp) < SAME_CLOCK_MS ? timeStamp : now;
    },
  };
}
