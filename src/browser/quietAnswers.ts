import type { ControlKind, Milliseconds, ResponseKind } from '../types.js';
import { controlState } from './controlState.js';
import type { Host } from './Host.js';
import { unseenAnswer } from './unseenAnswer.js';
import { isShown, sameAs, type Watched } from './watched.js';

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

const AWAITED: readonly ControlKind[] = ['button', 'toggle', 'stepper', 'pager', 'link'];

/**
 * Whether anybody waits for what a press does: one of anything else is none until it is pressed again.
 * A look costs more than all else about a press, and most presses of a busy hand need none.
 */
export function isAwaited({ press, before }: Pick<Watched, 'press' | 'before'>): boolean {
  return AWAITED.includes(press.target.control) || before !== undefined;
}

/** What no event tells: properties, a new window, a dialog that stops everything, a surface. */
export function quietAnswers(
  { window, dom, clock }: Host,
  { watched, tell, wait }: QuietAnswersOptions,
) {
  const stateOf = ({ element, path }: Watched) => controlState(element, path, dom);

  const isChanged = (each: Watched) =>
    !isShown(each) && each.state !== undefined && stateOf(each) !== each.state;

  const compareProperties = (presses: readonly Watched[]) => {
    if (presses.every(isShown)) return;
    const isNow = stateOf(presses[0]!);
    let isOther = false;
    for (const each of presses) {
      // Of the first press of some the state is not known: then it did what the next one did.
      if (each.state !== undefined) isOther = each.state !== isNow;
      if (isOther && !isShown(each)) tell(each, 'property', clock.now());
    }
  };

  const tellUnseen = (presses: readonly Watched[]) => {
    const time = clock.now();
    for (const each of presses) {
      const { answered, press } = each;
      const unseen = answered.size === 0 && unseenAnswer(each, dom, time - press.time);
      if (unseen) tell(each, unseen, time);
    }
  };

  /** Of the first click that was not looked at. */
  let clickedAt: Milliseconds | undefined;
  const compare = (latest: Watched, isLast: boolean) => {
    const presses = sameAs(latest);
    compareProperties(presses);
    if (isLast) tellUnseen(presses);
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
    compareBefore: (latest: Watched) => compare(latest, false),
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
