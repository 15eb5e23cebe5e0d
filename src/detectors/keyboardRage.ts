import { filter, merge } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import { note } from '../tools/note.js';
import type { ControlKind, Detector, Keystroke, Milliseconds, Press, Target } from '../types.js';
import { createAnswers } from './answers.js';
import { defineDetector, type Finding } from './defineDetector.js';

export interface KeyboardRageOptions {
  /** Presses of Enter or Space on one control. @defaultValue 4 */
  minPresses?: number;
  /** From the first of them to the last, and the quiet that ends a run. @defaultValue 1500 */
  windowMs?: Milliseconds;
}

/** A key, and the press that came of it; of a control that is deaf to keys, none comes. */
interface Activation {
  readonly time: Milliseconds;
  readonly target: Target;
  press?: Press;
}

/** Quick keys on these are how they are used. */
const PRESSED_QUICKLY: readonly ControlKind[] = [
  'field',
  'slider',
  'select',
  'stepper',
  'pager',
  'media',
  'surface',
  'none',
];
/** A press this soon after its key is that key's. */
const JOINED_MS: Milliseconds = 1000;
const MAX_LENGTH = 20;

/**
 * Signals when the visitor strikes Enter or Space on the same control again and again; on the
 * deciding stroke, and then not before the run has ended by quiet. A key that is held is one.
 *
 * Silent on controls that are pressed quickly by nature, and when every stroke got an answer of its
 * own. A control that is deaf to keys gets none.
 */
export function keyboardRage({
  minPresses = 4,
  windowMs = 1500,
}: KeyboardRageOptions = {}): Detector {
  return defineDetector('keyboardRage', ({ keys$, presses$, responses$ }) => {
    const answers = createAnswers();
    let run: readonly Activation[] = [];
    let isTold = false;

    const isExcused = (burst: readonly Activation[], time: Milliseconds): boolean => {
      const presses = burst.flatMap(({ press }) => press ?? []);
      return presses.length === burst.length && answers.keepUp(presses, time);
    };

    const add = (activation: Activation): Finding | undefined => {
      const { time, target } = activation;
      const last = run.at(-1);
      const goesOn = last?.target.path === target.path && time - last.time < windowMs;
      if (!goesOn) isTold = false;
      run = [...(goesOn ? run : []), activation].slice(-MAX_LENGTH);
      const burst = run.slice(-minPresses);
      const spanMs = time - burst[0]!.time;
      const isRage = burst.length === minPresses && spanMs <= windowMs;
      if (isTold || !isRage || !target.path || PRESSED_QUICKLY.includes(target.control))
        return undefined;
      // What answers the last one cannot be known yet.
      if (isExcused(burst.slice(0, -1), time)) return undefined;
      isTold = true;
      return { time, target, strength: 0.9, evidence: { presses: run.length, spanMs } };
    };

    const onPress = (press: Press): Finding | undefined => {
      const { time, target } = press;
      const last = run.at(-1);
      const isOwn = last && !last.press && time - last.time < JOINED_MS;
      if (!isOwn || last.target.path !== target.path) return add({ time, target, press });
      last.press = press;
      return undefined;
    };

    return merge(
      // A form that tries to be sent off and comes to nothing is no answer.
      responses$.pipe(
        filter(({ kind }) => kind !== 'form'),
        note(answers.add),
      ),
      keys$.pipe(
        filter((key): key is Keystroke & { target: Target } => key.target !== undefined),
        mapDefined(({ time, target }) => add({ time, target })),
      ),
      presses$.pipe(
        filter(({ pointer, modified }) => pointer === 'keyboard' && !modified),
        mapDefined(onPress),
      ),
    );
  });
}
