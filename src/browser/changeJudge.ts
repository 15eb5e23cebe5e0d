import type { Milliseconds } from '../types.js';
import { backgroundNoise, type Cause, type Pressed } from './backgroundNoise.js';
import { isNear } from './isNear.js';
import type { NativeDom } from './nativeDom.js';
import { isSame, type Watched } from './watched.js';

/** A change of which it is not known yet whether it comes by itself. */
interface Doubt {
  readonly place: Node;
  readonly time: Milliseconds;
  /** The press that it may have answered. */
  readonly press: Watched;
  /** It broke a beat, so that this is no excuse. */
  readonly isOffBeat: boolean;
  /** And not at once: only what a press asked the server for explains it. */
  readonly needsRequest: boolean;
}

export interface ChangeJudgeOptions {
  readonly dom: NativeDom;
  /** Whether the page was watched long enough to have seen a clock tick. */
  readonly isFamiliar: () => boolean;
  /** The change answers a press, and with `all` those of the same control before it. */
  readonly tell: (press: Watched, time: Milliseconds, all: boolean) => void;
  /** It may answer a press of this control. */
  readonly tellDoubt: (press: Watched, time: Milliseconds) => void;
}

export interface ChangeJudge {
  /** @param watched - presses that may be answered still, latest last */
  readonly onChange: (place: Node, time: Milliseconds, watched: readonly Watched[]) => void;
  /** Whether a place is known to change on a beat, whatever is pressed. */
  readonly isBeat: (place: Node, pressed: Pressed) => boolean;
  /** Decides what is still in doubt about a press. */
  readonly settle: (press: Watched) => void;
}

/** A change this soon after a press, or the click that came of it, is hardly a coincidence. */
const DIRECT_MS: Milliseconds = 150;
/** The same where things move anyway: as soon as a handler is done. */
const AT_ONCE_MS: Milliseconds = 60;
/** A change this long after the last press is hardly its doing: the page's own habits show. */
const QUIET_MS: Milliseconds = 1000;
/** The same for a change elsewhere, while little is known yet. */
const FAR_QUIET_MS: Milliseconds = 300;
/** What a request brought is shown this soon after its end; the two are told by two clocks. */
const SHOWN_MS: Milliseconds = 300;
const CLOCKS_MS: Milliseconds = 20;
const MAX_DOUBTS = 100;

/**
 * Judges which change of the document answers which press.
 *
 * ```text
 *                       keeps a beat ───────────▶ no answer, nor late where things move anyway
 * change ─▶ habit of ─┬ still, page familiar ───▶ answer
 *           its place ├ at once ─▶ may be one ──┐
 *                     ├ late on a strange page ─┼▶ answer in the end, if no beat shows by then
 *                     └ off the beat, asked for ┘
 * ```
 */
export function changeJudge(options: ChangeJudgeOptions): ChangeJudge {
  const { dom, isFamiliar, tell, tellDoubt } = options;
  const noise = backgroundNoise(dom);
  let doubts: readonly Doubt[] = [];

  const judge = (place: Node, time: Milliseconds, press: Watched, near: boolean): Cause => {
    const habit = noise.habitOf(place, press, time);
    if (habit === 'beats') return 'other';
    const isStill = habit === 'still' || (near && habit === 'moves');
    const isDirect = time - press.actedAt <= (isStill ? DIRECT_MS : AT_ONCE_MS);
    if (isStill && (isFamiliar() || (near && isDirect))) return 'press';
    const isOffBeat = habit === 'offBeat';
    // Late, where things move anyway.
    if (!isDirect && !isStill && !isOffBeat) return 'other';
    const needsRequest = isOffBeat && !isDirect;
    const isKnown = doubts.some((doubt) => doubt.place === place && doubt.press === press);
    if (!isKnown || needsRequest)
      doubts = [...doubts, { place, time, press, isOffBeat, needsRequest }].slice(-MAX_DOUBTS);
    return isDirect ? 'maybe' : 'other';
  };

  const onPressed = (place: Node, time: Milliseconds, press: Watched, isLatest: boolean): void => {
    // An earlier press can be answered, and that it is.
    if (!isLatest && press.answered.has('mutation')) return;
    const near = isNear(place, press, dom);
    if (!near && !isLatest) return;
    const cause = judge(place, time, press, near);
    if (cause === 'press') tell(press, time, !near);
    if (!isLatest) return;
    if (cause === 'maybe') tellDoubt(press, time);
    const isHabit = isFamiliar() || near;
    const isQuiet = time - press.actedAt > (isHabit ? QUIET_MS : FAR_QUIET_MS);
    if (cause === 'other' && !isQuiet) return;
    // A clock that happened to tick just then has to stay recognisable.
    noise.note(place, time, cause === 'press' && !isFamiliar() ? 'maybe' : cause);
  };

  const isBeat = (place: Node, pressed: Pressed) => noise.habitOf(place, pressed) === 'beats';

  return {
    isBeat,
    onChange: (place, time, watched) => {
      if (watched.length === 0) noise.note(place, time, 'itself');
      const latest = watched.at(-1);
      for (const each of watched) onPressed(place, time, each, each === latest);
    },
    settle: (press) => {
      const doubt = doubts.find(
        (each) =>
          isSame(each.press, press) &&
          each.time >= press.press.time &&
          (each.isOffBeat || !isBeat(each.place, press)) &&
          (!each.needsRequest || isBrought(each, press)),
      );
      doubts = doubts.filter((each) => each.press !== press);
      if (doubt) tell(press, doubt.time, false);
    },
  };
}

/** Whether it came right after a request of the press had ended. */
function isBrought({ press: doubted, time }: Doubt, press: Watched): boolean {
  const ends = [...doubted.ended, ...press.ended];
  return ends.some((end) => time >= end - CLOCKS_MS && time <= end + SHOWN_MS);
}
