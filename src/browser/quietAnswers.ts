import type { ControlKind, Milliseconds, ResponseKind } from '../types.js';
import { controlState } from './controlState.js';
import type { ElementPress } from './fromPresses.js';
import type { Host } from './Host.js';
import { unseenAnswer } from './unseenAnswer.js';
import { isSame, isShown, type Watched } from './watched.js';

export interface QuietAnswersOptions {
  /** Presses that are watched now, latest last. */
  readonly watched: () => readonly Watched[];
  readonly tell: (press: Watched, kind: ResponseKind, time: Milliseconds) => void;
  /** Calls once, unless the watch ends before. */
  readonly wait: (ms: Milliseconds, fn: () => void) => void;
}

/** Properties are compared this long after the press and the click, or as the next one comes. */
const COMPARE_MS: Milliseconds = 100;
/** A click that takes this long shows a dialog, or freezes the page: nobody takes it for dead. */
const STALL_MS: Milliseconds = 1000;

/** A press of anything else is none that anybody waits for, until it is pressed again. */
const AWAITED: readonly ControlKind[] = ['button', 'toggle', 'stepper', 'pager', 'link'];

/** What no event tells: properties, a new window, a dialog that stops everything, a surface. */
export function quietAnswers(
  { window, dom, clock }: Host,
  { watched, tell, wait }: QuietAnswersOptions,
) {
  const isChanged = (each: Watched) =>
    !isShown(each) && controlState(each.element, each.path, dom) !== each.state;

  const compareProperties = (latest: Watched, isLast: boolean) => {
    const time = clock.now();
    const open = watched().filter((each) => isSame(each, latest) && !each.answered.has('property'));
    if (open.length === 0) return;
    const isNow = controlState(latest.element, latest.path, dom);
    for (const each of open) {
      if (each.state !== isNow) tell(each, 'property', time);
      const unseen =
        isLast && each.answered.size === 0 && unseenAnswer(each, dom, time - each.press.time);
      if (unseen) tell(each, unseen, time);
    }
  };

  /** A look costs more than all else about a press, and most presses of a busy hand need none. */
  const isAwaited = (latest: Watched) =>
    AWAITED.includes(latest.press.target.control) ||
    watched().some((each) => each !== latest && isSame(each, latest));

  /** Of the first click that was not looked at. */
  let clickedAt: Milliseconds | undefined;
  const compare = (latest: Watched, isLast: boolean) => {
    compareProperties(latest, isLast);
    const isUsedUp = latest.wasActive && !window.navigator.userActivation.isActive;
    const time = clock.now();
    if (isUsedUp || time - (clickedAt ?? time) > STALL_MS) tell(latest, 'window', time);
    clickedAt = undefined;
  };

  let isDue = false;
  let isWanted = false;
  /** Presses that come fast share a look: those made while one is due are looked at after it. */
  const lookLater = () => {
    isWanted = true;
    if (isDue) return;
    [isDue, isWanted] = [true, false];
    wait(COMPARE_MS, () => {
      isDue = false;
      const latest = watched().at(-1);
      if (latest && isAwaited(latest)) compare(latest, true);
      if (isWanted) lookLater();
    });
  };

  return {
    isChanged,
    /** Looks at what a click has done already, as a press of the same control is about to do more. */
    compareBefore: (pressed: ElementPress) => {
      const latest = watched().at(-1);
      if (latest && isSame(latest, pressed)) compare(latest, false);
    },
    /** After a press, which the page may act on already, and after the click that comes of it. */
    compareSoon: (isClick: boolean) => {
      const latest = watched().at(-1);
      if (!latest || !isAwaited(latest)) return;
      if (isClick) clickedAt ??= clock.now();
      // Opening a window uses it up.
      latest.wasActive ||= window.navigator.userActivation?.isActive ?? false;
      lookLater();
    },
    /** What was to be looked at is called off. */
    end: () => {
      isDue = isWanted = false;
      clickedAt = undefined;
    },
  };
}
