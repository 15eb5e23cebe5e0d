import type { Milliseconds, Press } from '../types.js';
import type { Host } from './Host.js';
import { pollNoise } from './pollNoise.js';

/** The end of a request that came after a press; of a poll, one by chance or one that was asked for. */
export interface RequestEnd {
  readonly begin: Milliseconds;
  readonly time: Milliseconds;
  readonly isPoll: boolean;
}

export interface RequestWatchOptions {
  /** How long after a press a request may answer it. */
  readonly answerMs: Milliseconds;
  /** A request was begun that is no poll. */
  readonly onBegin: (time: Milliseconds) => void;
  /** One has ended that the press began. */
  readonly onEnd: (press: Press, end: RequestEnd) => void;
}

/** A request that a press began starts this soon after it. */
export const BEGIN_MS: Milliseconds = 500;
const MAX_PRESSES = 20;

/** Joins requests to the presses before them. Of a request nothing is known until it ends. */
export function requestWatch({ toTime }: Host, { answerMs, onBegin, onEnd }: RequestWatchOptions) {
  const polls = pollNoise();
  let recent: readonly Press[] = [];

  return {
    add: (press: Press) => {
      recent = [...recent, press].slice(-MAX_PRESSES);
    },
    note: (entry: PerformanceResourceTiming) => {
      const time = toTime(entry.startTime);
      const isAfter = (press: Press) => time >= press.time && time - press.time <= answerMs;
      const press = recent.filter(isAfter).at(-1);
      const isPoll = polls.isNoise(entry, press?.target.path);
      if (!isPoll) onBegin(time);
      if (press && time - press.time <= BEGIN_MS)
        onEnd(press, { begin: time, time: toTime(entry.responseEnd), isPoll });
    },
  };
}
