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
  /**
   * Later than this the press counts as dead; as slow where it sent a form off. @defaultValue 2500
   */
  maxLatencyMs?: Milliseconds;
}

/** Late ones of these are the page's doing; a late focus or scroll is the visitor's own. */
const OF_THE_PAGE: readonly ResponseKind[] = ['mutation', 'property', 'navigation', 'media'];

/** These show the visitor nothing, so they are no answer. */
const BEGINNINGS: readonly ResponseKind[] = ['resource', 'sent'];

/**
 * Signals when a press was answered, but late, at the time of the answer; and when it sent a form
 * off and nothing at all has come of that after 2.5 s, a finished request included.
 *
 * Silent when another control was pressed meanwhile: the answer may be to that.
 */
export function slowResponse(options: SlowResponseOptions = {}): Detector {
  const { minLatencyMs = 1000, maxLatencyMs = 2500 } = options;
  return defineDetector('slowResponse', (page) => {
    let latest = '';
    return merge(
      page.presses$.pipe(note(({ target }) => (latest = target.path))),
      judgedPresses(page, { windowMs: maxLatencyMs, except: BEGINNINGS }).pipe(
        mapDefined(({ press: { target, time: pressedAt }, response, began, time }) => {
          const latencyMs = time - pressedAt;
          const isUnderWay = began.includes('sent') && !began.includes('resource');
          const isOwn = response ? OF_THE_PAGE.includes(response.kind) : isUnderWay;
          if (!isOwn || target.path !== latest || latencyMs < minLatencyMs) return undefined;
          return { time, target, strength: latencyMs / maxLatencyMs, evidence: { latencyMs } };
        }),
      ),
    );
  });
}
