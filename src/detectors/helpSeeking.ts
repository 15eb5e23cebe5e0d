import { EMPTY, map, switchMap, timer } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import type { Detector, HelpContact, Milliseconds } from '../types.js';
import { defineDetector } from './defineDetector.js';
import { recently } from './recently.js';

export interface HelpSeekingOptions {
  /** How long the pointer rests on a way to help. @defaultValue 1000 */
  hoverMs?: Milliseconds;
  /** How long the focus does: on the way to somewhere else it passes sooner. @defaultValue 2000 */
  focusMs?: Milliseconds;
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
 * help, questions or contact, or comes to such a page from another one. Pressing a button that opens
 * a conversation is no signal: then help was found.
 */
export function helpSeeking(options: HelpSeekingOptions = {}): Detector {
  const { hoverMs = 1000, focusMs = 2000, quietMs = 30_000 } = options;
  const waits: Partial<Record<HelpContact['kind'], Milliseconds>> = {
    hover: hoverMs,
    focus: focusMs,
    visit: 0,
  };

  return defineDetector('helpSeeking', ({ help$ }) => {
    const told = recently(quietMs);
    return help$.pipe(
      switchMap((contact) => {
        const waitMs = waits[contact.kind];
        if (waitMs === undefined) return EMPTY;
        return timer(waitMs).pipe(map(() => ({ ...contact, waitMs })));
      }),
      mapDefined(({ kind, target, time: since, waitMs }) => {
        const time = since + waitMs;
        if (told.add(`${kind} ${target?.path}`, time) > 1) return undefined;
        return { time, target, strength: STRENGTHS[kind], evidence: { waitMs } };
      }),
    );
  });
}
