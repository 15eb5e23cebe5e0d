import type { Milliseconds, Press } from '../types.js';
import type { Answer } from './fromAnswers.js';
import type { Finding } from './Finding.js';
import type { Host } from './Host.js';
import { BEGIN_MS, requestWatch, type RequestEnd } from './requestWatch.js';
import type { Watched } from './watched.js';

export interface RequestAnswersOptions {
  /** How long a press may be answered. */
  readonly answerMs: Milliseconds;
  readonly watched: readonly Watched[];
  readonly onAnswer: (answer: Answer) => void;
  readonly emit: (finding: Finding) => void;
}

/** A handler asks the server this soon after its event; a poll begins just then by chance only. */
const PROMPT_MS: Milliseconds = 40;
/** Nobody waits for a request that ended sooner: the shortest time after which a press is dead. */
const LONG_MS: Milliseconds = 2000;

/** What requests tell of presses: that something was asked for, and when it had come. */
export function requestAnswers(
  host: Host,
  { answerMs, watched, onAnswer, emit }: RequestAnswersOptions,
) {
  const onEnd = (press: Press, end: RequestEnd) => {
    const each = watched.find((one) => one.press === press);
    const acts = [press.time, each?.actedAt ?? NaN];
    const isPrompt = acts.some((time) => Math.abs(end.begin - time) <= PROMPT_MS);
    // A poll that the press did not begin brings nothing of its.
    if (end.isPoll && !isPrompt) return;
    each?.requests.push({ end: end.time, isPrompt });
    if (end.time - press.time >= LONG_MS)
      emit({ response: { press: press.id, time: end.time, kind: 'ended' } });
  };

  return requestWatch(host, {
    answerMs,
    onBegin: (time) => onAnswer({ kind: 'resource', time, withinMs: BEGIN_MS }),
    onEnd,
  });
}
