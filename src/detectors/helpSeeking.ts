import { EMPTY, filter, map, merge, switchMap, takeUntil, timer, type Observable } from 'rxjs';
import { note } from '../tools/note.js';
import type { Detector, HelpContact, Milliseconds } from '../types.js';
import { defineDetector, type Finding } from './defineDetector.js';
import { recently } from './recently.js';

export interface HelpSeekingOptions {
  /** How long the pointer rests on a way to help. @defaultValue 1000 */
  hoverMs?: Milliseconds;
  /** How long the focus does: on the way to somewhere else it passes sooner. @defaultValue 2000 */
  focusMs?: Milliseconds;
  /** How long a page of help is stayed on: who turns round sooner came by mistake. @defaultValue 3000 */
  visitMs?: Milliseconds;
  /** How long until the same is told again. @defaultValue 30000 */
  quietMs?: Milliseconds;
}

/** Whoever goes to look is surer than who hesitates. */
const STRENGTHS: Readonly<Record<HelpContact['kind'], number>> = {
  hover: 0.3,
  focus: 0.3,
  visit: 0.6,
  gone: 0,
};

/**
 * Signals when the visitor looks for help by themselves: rests on a link or button that leads to
 * help, questions or contact, or comes to such a page from another one and stays. Pressing a button
 * that opens a conversation is no signal: then help was found.
 *
 * A pointer that moves on, and one that lies there while something else is done, does not rest.
 */
export function helpSeeking(options: HelpSeekingOptions = {}): Detector {
  const { hoverMs = 1000, focusMs = 2000, visitMs = 3000, quietMs = 30_000 } = options;
  const waits: Readonly<Record<HelpContact['kind'], Milliseconds | undefined>> = {
    hover: hoverMs,
    focus: focusMs,
    visit: visitMs,
    gone: undefined,
  };

  return defineDetector('helpSeeking', ({ help$, presses$, keys$, scroll$, routes$ }) => {
    const told = recently(quietMs);
    const waitUntil = (end$: Observable<{ readonly time: Milliseconds }>) =>
      switchMap(({ kind, target, time: since }: HelpContact): Observable<Finding> => {
        const waitMs = waits[kind];
        if (waitMs === undefined) return EMPTY;
        const strength = STRENGTHS[kind];
        return timer(waitMs).pipe(
          map(() => ({ time: since + waitMs, target, strength, evidence: { waitMs } })),
          filter(({ time }) => told.add(`${kind} ${target?.path}`, time) === 1),
          takeUntil(end$.pipe(filter(({ time }) => time > since))),
        );
      });

    return merge(
      // Whoever has pressed it need not look for it.
      presses$.pipe(
        filter(({ target }) => target.control !== 'none'),
        note(({ target, time }) => void told.add(`hover ${target.path}`, time)),
      ),
      help$.pipe(
        filter(({ kind }) => kind === 'visit'),
        waitUntil(routes$),
      ),
      help$.pipe(
        filter(({ kind }) => kind !== 'visit'),
        waitUntil(merge<{ time: Milliseconds }[]>(presses$, keys$, scroll$)),
      ),
    );
  });
}
