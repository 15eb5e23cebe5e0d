import { merge } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import { note } from '../tools/note.js';
import type { ControlKind, Detector, Milliseconds, PageError, Press } from '../types.js';
import { createAnswers } from './answers.js';
import { defineDetector, type Finding } from './defineDetector.js';
import { judgedPresses } from './judgedPresses.js';
import { createPressRun, hasControl } from './pressRun.js';
import { recently } from './recently.js';

export interface RageClickOptions {
  /**
   * Presses that make a run rage. @defaultValue 4, to which Amplitude, Mixpanel, New Relic and
   * Splunk all moved from 3 after false alarms
   */
  minPresses?: number;
  /** The same on a control that was found dead or failing before. @defaultValue 3 */
  minPressesInTrouble?: number;
  /** From the first of those presses to the last. @defaultValue 1000 */
  windowMs?: Milliseconds;
  /** Side of the box in which they lie, CSS pixels. @defaultValue 50, as Amplitude's */
  boxPx?: number;
  /** The same where no control is pressed, CSS pixels. @defaultValue 30, as PostHog's */
  cellPx?: number;
}

/** Quick presses on these are how they are used. */
const PRESSED_QUICKLY: readonly ControlKind[] = ['field', 'slider', 'select', 'media', 'surface'];
/** On these too, as long as they do what they say. */
const COUNTING: readonly ControlKind[] = ['stepper', 'pager'];

/** A control that was dead or failed stays in trouble this long. */
const TROUBLE_MS: Milliseconds = 120_000;
/** An error this soon after a press is that press's. */
const BLAME_MS: Milliseconds = 2000;

/**
 * Signals when the visitor presses the same control again and again, as people do when nothing
 * seems to happen. It signals on the deciding press, since help has to be timely, and then not
 * before the run has ended by 1 s of quiet.
 *
 * A press beside the control that was pressed just before is none: fingers are wide, and the button
 * of a calendar moves as the name of the month grows.
 *
 * Silent when the presses selected text (a triple click), on controls that are pressed quickly by
 * nature, and when every press got an answer of its own: a counter, a toggle, "load more". An answer
 * that comes with an error each time is none. Steppers and pagers are left alone until a whole
 * second of pressing has moved nothing, or nothing moved before.
 */
export function rageClick(options: RageClickOptions = {}): Detector {
  const { minPresses = 4, minPressesInTrouble = 3, windowMs = 1000 } = options;
  const { boxPx = 50, cellPx = 30 } = options;

  return defineDetector('rageClick', (page) => {
    const troubles = recently(TROUBLE_MS);
    const failures = recently(windowMs);
    const run = createPressRun({ windowMs, boxPx, cellPx });
    const answers = createAnswers();
    let last: Press | undefined;
    let isTold = false;

    const isExcused = (burst: readonly Press[], { time, target }: Press): boolean =>
      burst.some(answers.isExcused) ||
      // What answers the last press cannot be known yet.
      (answers.keepUp(burst.slice(0, -1), time) && failures.count(target.path, time) < 2);

    const mayCount = ({ time, target }: Press, inTrouble: boolean): boolean => {
      const presses = run.presses();
      const isLong = inTrouble || time - presses[0]!.time >= windowMs;
      return COUNTING.includes(target.control) && !(isLong && !presses.some(answers.isAnswered));
    };

    const judge = (press: Press): Finding | undefined => {
      const { time, target } = press;
      const inTrouble = hasControl(press) && troubles.count(target.path, time) > 0;
      const burst = run.burst(inTrouble ? minPressesInTrouble : minPresses);
      if (isTold || !burst || isExcused(burst, press) || mayCount(press, inTrouble))
        return undefined;
      isTold = true;
      const strength = inTrouble ? 1 : hasControl(press) ? 0.9 : 0.6;
      const evidence = { presses: run.presses().length, spanMs: time - burst[0]!.time };
      return { time, target, strength, evidence };
    };

    const onError = ({ time }: PageError): void => {
      if (!last || time < last.time || time - last.time > BLAME_MS) return;
      troubles.add(last.target.path, time);
      failures.add(last.target.path, time);
    };

    return merge(
      page.responses$.pipe(note(answers.add)),
      page.errors$.pipe(note(onError)),
      judgedPresses(page).pipe(
        note(({ press, response, time }) => response ?? troubles.add(press.target.path, time)),
      ),
      page.presses$.pipe(
        mapDefined((press) => {
          last = press;
          // Keys have a rhythm of their own, and a modifier key makes another action of a press.
          if (press.pointer === 'keyboard' || press.modified || run.isMissed(press))
            return undefined;
          isTold = run.add(press) && isTold;
          return PRESSED_QUICKLY.includes(press.target.control) ? undefined : judge(press);
        }),
      ),
    );
  });
}
