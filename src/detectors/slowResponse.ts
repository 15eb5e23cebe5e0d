import { merge } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import { note } from '../tools/note.js';
import type { Detector, Milliseconds, ResponseKind } from '../types.js';
import { defineDetector } from './defineDetector.js';
import { judgedPresses } from './judgedPresses.js';

export interface SlowResponseOptions {
  /**
   * The longest wait that leaves a person's flow of thought whole. @defaultValue 1000
   * @see Nielsen (1993), "Usability Engineering", chapter 5
   */
  minLatencyMs?: Milliseconds;
  /** Later than this the press counts as dead, not as slow. @defaultValue 2500 */
  maxLatencyMs?: Milliseconds;
}

/** Late ones of these are the page's doing; a late focus or scroll is the visitor's own. */
const OF_THE_PAGE: readonly ResponseKind[] = ['mutation', 'property', 'navigation', 'media'];

/**
 * Signals when a press was answered, but late; at the time of the answer. A request that was
 * started shows the visitor nothing, so it is no answer.
 *
 * Silent when another control was pressed meanwhile: the answer may be to that.
 */
export function slowResponse(options: SlowResponseOptions = {}): Detector {
  const { minLatencyMs = 1000, maxLatencyMs = 2500 } = options;
  return defineDetector('slowResponse', (page) => {
    let latest = '';
    return merge(
      page.presses$.pipe(note(({ target }) => (latest = target.path))),
      judgedPresses(page, { windowMs: maxLatencyMs, except: 'resource' }).pipe(
        mapDefined(({ press: { target, time: pressedAt }, response, time }) => {
          const latencyMs = time - pressedAt;
          const isOwn = response && OF_THE_PAGE.includes(response.kind) && target.path === latest;
          if (!isOwn || latencyMs < minLatencyMs) return undefined;
          return { time, target, strength: latencyMs / maxLatencyMs, evidence: { latencyMs } };
        }),
      ),
    );
  });
}
