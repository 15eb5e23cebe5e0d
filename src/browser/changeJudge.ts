import type { Milliseconds } from '../types.js';
import { backgroundNoise, type Cause, type Pressed } from './backgroundNoise.js';
import { isNear } from './isNear.js';
import type { NativeDom } from './nativeDom.js';
import { isSame, isShown, type EndedRequest, type Watched } from './watched.js';

/** A change of which it is not known yet whether it comes by itself. */
interface Doubt {
  readonly place: Node;
  readonly time: Milliseconds;
  /** The press that it may have answered. */
  readonly press: Watched;
  /**
   * What makes it an answer in the end: nothing more, as it broke a beat; that its place shows none;
   * any request that followed the press; or one that the press itself began, by all appearance. With
   * 'noRequest' it is none, and its place changes by itself, unless a request brought it.
   */
  readonly needs: 'nothing' | 'noBeat' | 'request' | 'promptRequest' | 'noRequest';
  /** Its place changed again, for the same want: whether it came late is not known then. */
  isRepeated?: boolean;
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
 *
 * A beat is no alibi where its place changes more often than that, nor for what was asked for at once.
 */
export function changeJudge(options: ChangeJudgeOptions): ChangeJudge {
  const { dom, isFamiliar, tell, tellDoubt } = options;
  const noise = backgroundNoise(dom);
  let doubts: readonly Doubt[] = [];

  const doubt = (found: Doubt): void => {
    const known = doubts.find((each) => isAt(found, each) && each.needs === found.needs);
    if (known) known.isRepeated = true;
    if (!known || isAsking(found)) doubts = [...doubts, found].slice(-MAX_DOUBTS);
  };

  /** Once more than the beat of the place explains: an earlier change was the answer, or this one. */
  const tellMore = (change: Omit<Doubt, 'needs'>): void => {
    const { place, press, time } = change;
    const notedAt = noise.notedAt(place);
    const before = doubts.filter((each) => isAt(change, each) && !(each.time <= notedAt));
    if (noise.isMore(place, time, before.length + 1, press.press.time))
      tell(press, before[0]!.time, false);
  };

  const judge = (place: Node, time: Milliseconds, press: Watched, near: boolean): Cause => {
    const change = { place, time, press };
    const habit = noise.habitOf(place, press, time);
    tellMore(change);
    if (habit === 'beats' || (habit === 'restless' && !near)) {
      doubt({ ...change, needs: 'promptRequest' });
      return 'other';
    }
    const isStill = habit === 'still' || (near && habit === 'moves');
    const isDirect = time - press.actedAt <= (isStill ? DIRECT_MS : AT_ONCE_MS);
    if (isStill && (isFamiliar() || (near && isDirect))) return 'press';
    const isOffBeat = habit === 'offBeat';
    // Late, where things move anyway.
    if (!isDirect && !isStill && !isOffBeat) return 'other';
    doubt({ ...change, needs: !isOffBeat ? 'noBeat' : isDirect ? 'nothing' : 'request' });
    return isDirect ? 'maybe' : 'other';
  };

  const onPressed = (place: Node, time: Milliseconds, press: Watched, isLatest: boolean): void => {
    // An earlier press can be answered, and that it is.
    if (!isLatest && press.answered.has('mutation')) return;
    const near = isNear(place, press, dom);
    if (!near && !isLatest) return;
    // It was answered at once, and waits for nothing but what it has asked for.
    if (!near && isShown(press) && time - press.actedAt > QUIET_MS) {
      doubt({ place, time, press, needs: 'noRequest' });
      return;
    }
    const cause = judge(place, time, press, near);
    // What came before, and may have been the answer, was it rather than what comes late.
    if (cause === 'press') tell(press, doubts.find(isOf(press))?.time ?? time, !near);
    if (!isLatest) return;
    if (cause === 'maybe') tellDoubt(press, time);
    const isHabit = isFamiliar() || near;
    const isQuiet = time - press.actedAt > (isHabit ? QUIET_MS : FAR_QUIET_MS);
    if (cause === 'other' && !isQuiet) return;
    // A clock that happened to tick just then has to stay recognisable.
    noise.note(place, time, cause === 'press' && !isFamiliar() ? 'maybe' : cause);
  };

  const isBeat = (place: Node, pressed: Pressed) => noise.habitOf(place, pressed) === 'beats';

  const isAnswer = ({ place, time, needs, press: first }: Doubt, press: Watched): boolean => {
    const { requests } = press;
    if (needs === 'noRequest') return false;
    if (needs === 'promptRequest')
      return first === press && isBrought(time, requests.filter(isPrompt));
    if (!isSame(first, press) || time < press.press.time) return false;
    if (needs === 'request') return isBrought(time, [...first.requests, ...requests]);
    return needs === 'nothing' || !isBeat(place, press);
  };

  return {
    isBeat,
    onChange: (place, time, watched) => {
      if (watched.length === 0) noise.note(place, time, 'itself');
      const latest = watched.at(-1);
      for (const each of watched) onPressed(place, time, each, each === latest);
    },
    settle: (press) => {
      const found = doubts.find((each) => isAnswer(each, press));
      for (const { place, time, press: first, needs } of doubts)
        if (first === press && needs === 'noRequest' && !isBrought(time, press.requests))
          noise.note(place, time, 'itself');
      doubts = doubts.filter((each) => each.press !== press);
      // Of what changed again and again it is not known when it answered.
      if (found) tell(press, found.isRepeated ? press.press.time : found.time, false);
    },
  };
}

function isAt(change: Omit<Doubt, 'needs'>, { place, press }: Doubt): boolean {
  return place === change.place && press === change.press;
}

function isAsking({ needs }: Doubt): boolean {
  return /request/i.test(needs);
}

/** Of a press, and asking for no request. */
function isOf(press: Watched): (doubt: Doubt) => boolean {
  return (doubt) => doubt.press === press && !isAsking(doubt);
}

function isPrompt(request: EndedRequest): boolean {
  return request.isPrompt;
}

/** Whether it came right after one of these requests had ended. */
function isBrought(time: Milliseconds, requests: readonly EndedRequest[]): boolean {
  return requests.some(({ end }) => time >= end - CLOCKS_MS && time <= end + SHOWN_MS);
}
