import type { Milliseconds, ResponseKind } from '../types.js';
import type { Finding } from './fromResponses.js';
import { isTakenBack } from './isTakenBack.js';
import { isSame, type Watched } from './watched.js';

/** The presses of the last seconds, and what is told of them. */
export interface WatchedPresses {
  /** Latest last. */
  readonly all: readonly Watched[];
  readonly add: (press: Watched) => void;
  readonly clear: () => void;
  readonly tell: (press: Watched, kind: ResponseKind, time: Milliseconds) => void;
  /** It answers a press, and the earlier ones of the same control. */
  readonly tellAll: (latest: Watched, kind: ResponseKind, time: Milliseconds) => void;
  /** A change may answer the first that waits: slow answers come in the order of their presses. */
  readonly tellDoubt: (latest: Watched, time: Milliseconds) => void;
}

const MAX_WATCHED = 20;

/** @param answerMs - how long a press may be answered */
export function watchedPresses(
  answerMs: Milliseconds,
  emit: (finding: Finding) => void,
): WatchedPresses {
  const all: Watched[] = [];

  const tell = (each: Watched, kind: ResponseKind, time: Milliseconds) => {
    if (each.answered.has(kind)) return;
    each.answered.add(kind);
    const { id: press, time: since } = each.press;
    // While the visitor holds it, nobody is slow.
    const heldMs = each.releasedAt - since;
    emit({ response: { press, time: Math.max(time - heldMs, since), kind } });
  };

  const takeBack = (latest: Watched) => {
    const before = all.findLast((each) => isSame(each, latest));
    if (!before || !isTakenBack(before, latest)) return;
    before.answered.add('property');
    tell(before, 'undone', latest.press.time);
  };

  return {
    all,
    add: (pressed) => {
      while (all[0] && pressed.press.time - all[0].press.time >= answerMs) all.shift();
      takeBack(pressed);
      all.push(pressed);
      if (all.length > MAX_WATCHED) all.shift();
    },
    clear: () => void (all.length = 0),
    tell,
    tellAll: (latest, kind, time) => {
      for (const each of all)
        if (each.press.id <= latest.press.id && isSame(each, latest)) tell(each, kind, time);
    },
    tellDoubt: (latest, time) => {
      const first = all.find((each) => isSame(each, latest) && !each.isDoubtful);
      if (!first || first.answered.has('mutation')) return;
      first.isDoubtful = true;
      emit({ response: { press: first.press.id, time, kind: 'mutation', isDoubtful: true } });
    },
  };
}
