import type { Milliseconds, ResponseKind } from '../types.js';
import type { Finding } from './Finding.js';
import type { ElementPress } from './ElementPress.js';
import { isTakenBack } from './isTakenBack.js';
import { isSame, sameAs, type Watched } from './watched.js';

/** The presses of the last seconds, and what is told of them. */
export interface WatchedPresses {
  /** Latest last. */
  readonly all: readonly Watched[];
  /** The latest of the same control that may be answered still as this one comes. */
  readonly latestBefore: (press: ElementPress) => Watched | undefined;
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

  const takeBack = (before: Watched, latest: Watched) => {
    if (!isTakenBack(before, latest)) return;
    before.answered.add('property');
    tell(before, 'undone', latest.press.time);
  };

  const dropFirst = () => {
    const first = all.shift();
    const next = all.find(({ before }) => before === first);
    if (next) next.before = undefined;
  };

  return {
    all,
    latestBefore: (pressed) => {
      while (all[0] && pressed.press.time - all[0].press.time >= answerMs) dropFirst();
      return all.findLast((each) => isSame(each, pressed));
    },
    add: (pressed) => {
      if (pressed.before) takeBack(pressed.before, pressed);
      all.push(pressed);
      if (all.length > MAX_WATCHED) dropFirst();
    },
    clear: () => void (all.length = 0),
    tell,
    tellAll: (latest, kind, time) => {
      for (const each of sameAs(latest)) tell(each, kind, time);
    },
    tellDoubt: (latest, time) => {
      const first = sameAs(latest).findLast(({ isDoubtful }) => !isDoubtful);
      if (!first || first.answered.has('mutation')) return;
      first.isDoubtful = true;
      emit({ response: { press: first.press.id, time, kind: 'mutation', isDoubtful: true } });
    },
  };
}
