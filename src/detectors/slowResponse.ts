import { filter, merge } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import { note } from '../tools/note.js';
import type { Detector, Milliseconds, Press, PressResponse, ResponseKind } from '../types.js';
import { defineDetector, type Finding } from './defineDetector.js';
import { judgedPresses, type JudgedPress } from './judgedPresses.js';

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
const BEGINNINGS: readonly ResponseKind[] = ['resource', 'ended', 'sent', 'undone'];

/**
 * Signals when a press was answered, but late, at the time of the answer; and when nothing at all
 * has come of it after 2.5 s: at once if it sent a form off, and otherwise when a request that it
 * began has ended, since until then no page can tell that there is one.
 *
 * Once a wait, however often the control is pressed in it. Silent when another control was pressed
 * meanwhile, as the answer may be to that; when a form was not sent off after all, since a field was
 * refused; and when the page threw meanwhile: `errorClick` tells, and what comes late is something else.
 */
export function slowResponse(options: SlowResponseOptions = {}): Detector {
  const { minLatencyMs = 1000, maxLatencyMs = 2500 } = options;
  return defineDetector('slowResponse', (page) => {
    let latest = '';
    let unanswered: Press | undefined;
    let refusedAt: Milliseconds = -Infinity;
    let thrownAt: Milliseconds = -Infinity;
    /** The latest press of a wait that was told of. */
    let told: Press | undefined;

    const find = (press: Press, time: Milliseconds): Finding | undefined => {
      const { target } = press;
      const latencyMs = time - press.time;
      if (target.path !== latest || latencyMs < minLatencyMs || thrownAt >= press.time)
        return undefined;
      const isTold = target.path === told?.target.path && press.time - told.time < maxLatencyMs;
      told = press;
      if (isTold) return undefined;
      return { time, target, strength: latencyMs / maxLatencyMs, evidence: { latencyMs } };
    };
    const onJudged = ({ press, response, began, time }: JudgedPress): Finding | undefined => {
      const isSent = began.includes('sent') && !began.includes('resource');
      const isUnderWay = isSent && refusedAt < press.time;
      if (response ? OF_THE_PAGE.includes(response.kind) : isUnderWay) return find(press, time);
      if (!response) unanswered = press;
      return undefined;
    };
    const onEnded = ({ kind, press, time }: PressResponse): Finding | undefined => {
      if (kind !== 'ended' || press !== unanswered?.id) return undefined;
      const found = find(unanswered, time);
      unanswered = undefined;
      return found;
    };

    return merge(
      page.presses$.pipe(note(({ target }) => (latest = target.path))),
      page.fields$.pipe(
        filter(({ kind }) => kind === 'refused'),
        note(({ time }) => (refusedAt = time)),
      ),
      page.errors$.pipe(
        filter(({ kind }) => kind === 'error' || kind === 'rejection'),
        note(({ time }) => (thrownAt = time)),
      ),
      judgedPresses(page, { windowMs: maxLatencyMs, except: BEGINNINGS }).pipe(
        mapDefined(onJudged),
      ),
      page.responses$.pipe(mapDefined(onEnded)),
    );
  });
}
