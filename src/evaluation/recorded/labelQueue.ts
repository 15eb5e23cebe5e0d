import type { Label, WallTime } from '../../types.js';
import type { Said } from './createStudent.js';
import type { Recording } from './Recording.js';

/** When a label becomes known. */
export type Delay = '0' | '60s' | 'session' | 'visit';

type Known = readonly [recording: Recording, y: Label, said: readonly Said[]];

/** Labels that are not known yet. */
export interface LabelQueue {
  add(recording: Recording, y: Label, said: readonly Said[]): void;
  /** Those that are known when this recording begins, in the order in which they became known. */
  takeKnown(next: Recording): readonly Known[];
  /** The rest, once nothing more comes; of a delay until the next visit, nobody ever knows them. */
  takeAll(): readonly Known[];
}

/** Time away that ends a session. */
const SESSION_GAP_MS = 30 * 60_000;

/**
 * Holds labels back for as long as a live page would not know them.
 *
 * Recordings that do not say when they began come one after the other, each as long as it lasted.
 */
export function createLabelQueue(delay: Delay): LabelQueue {
  let open: { readonly known: Known; readonly endAt: WallTime }[] = [];
  let clock: WallTime = 0;

  const take = (isDue: (entry: (typeof open)[number]) => boolean): readonly Known[] => {
    const due = open.filter(isDue);
    open = open.filter((entry) => !isDue(entry));
    return due.map(({ known }) => known);
  };

  return {
    add: (recording, y, said) => {
      const lastMs = Math.max(recording.endMs ?? 0, recording.events.at(-1)?.[0] ?? 0);
      const endAt = beginOf(recording, clock) + lastMs;
      clock = Math.max(clock, endAt);
      open.push({ known: [recording, y, said], endAt });
    },
    takeKnown: (next) => {
      const now = beginOf(next, clock);
      if (delay === '0') return take(() => true);
      if (delay === '60s') return take(({ endAt }) => endAt + 60_000 <= now);
      const isNext = ({ known: [recording], endAt }: (typeof open)[number]) =>
        recording.user === next.user && (next.startMs === undefined || now >= endAt);
      if (delay === 'visit') return take(isNext);
      return take(
        (entry) =>
          (entry.known[0].user !== next.user && next.startMs === undefined) ||
          entry.endAt + SESSION_GAP_MS <= now,
      );
    },
    takeAll: () => take(() => delay !== 'visit'),
  };
}

function beginOf({ startMs }: Recording, clock: WallTime): WallTime {
  return startMs ?? clock;
}
