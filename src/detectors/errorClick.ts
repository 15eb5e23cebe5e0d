import { filter, merge } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import { note } from '../tools/note.js';
import type { Detector, Milliseconds, PageError, Target } from '../types.js';
import { defineDetector, type Finding } from './defineDetector.js';

export interface ErrorClickOptions {
  /** How long after an action an error is blamed on it. @defaultValue 2000, as Amplitude's and New Relic's */
  windowMs?: Milliseconds;
}

interface Action {
  readonly time: Milliseconds;
  /** Unknown for a key. */
  readonly target?: Target;
}

/**
 * Signals when an error, a failed request or a refused field follows the latest press or activating
 * key; as strong as the error.
 *
 * One action is blamed once, and again only for something worse: ten errors of one press are one
 * failure to the visitor. A space typed into a field activates nothing.
 */
export function errorClick({ windowMs = 2000 }: ErrorClickOptions = {}): Detector {
  return defineDetector('errorClick', ({ presses$, keys$, errors$ }) => {
    let latest: Action | undefined;
    let blamedFor = 0;
    const activations$ = keys$.pipe(
      filter(({ kind, inField }) => kind === 'enter' || (kind === 'space' && !inField)),
    );
    const remember = (action: Action) => {
      latest = action;
      blamedFor = 0;
    };
    const blame = ({ time, strength }: PageError): Finding | undefined => {
      const afterMs = latest ? time - latest.time : NaN;
      // Written so that a time that is no number blames nobody.
      const isBlamed = afterMs >= 0 && afterMs <= windowMs && strength > blamedFor;
      if (!isBlamed) return undefined;
      blamedFor = strength;
      return { time, target: latest?.target, strength, evidence: { afterMs } };
    };

    return merge(
      merge<Action[]>(presses$, activations$).pipe(note(remember)),
      errors$.pipe(mapDefined(blame)),
    );
  });
}
