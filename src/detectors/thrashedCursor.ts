import { merge } from 'rxjs';
import { mapDefined } from '../tools/mapDefined.js';
import { note } from '../tools/note.js';
import type { Detector, Milliseconds, PointerSummary } from '../types.js';
import { defineDetector, type Finding } from './defineDetector.js';

export interface ThrashedCursorOptions {
  /** How far back movement counts, and the rest that ends a run. @defaultValue 2000, as Amplitude's and Splunk's */
  windowMs?: Milliseconds;
  /** CSS pixels. @defaultValue 300, as Splunk's */
  minPathPx?: number;
  /** On average while it moves, CSS pixels a second. @defaultValue 300, as Splunk's */
  minSpeed?: number;
  /** Of at least 45°. @defaultValue 4, as Splunk's */
  minTurns?: number;
  /** Path, as a multiple of the diagonal of the box it keeps to. @defaultValue 3 */
  minConfinement?: number;
  /** Time in movement: shaking the mouse to find the pointer is shorter. @defaultValue 700 */
  minMovingMs?: Milliseconds;
}

/**
 * Signals when the pointer is thrown about in a small space: fast, with many turns, going nowhere.
 * Scored by turns, speed and confinement; once a run, which ends after 2 s without it.
 *
 * Only a mouse or pen counts, with no button held and not over a drawing or map. A press or scroll
 * begins anew: who moves quickly from one press to the next is at work.
 */
export function thrashedCursor(options: ThrashedCursorOptions = {}): Detector {
  const { windowMs = 2000, minPathPx = 300, minSpeed = 300, minTurns = 4 } = options;
  const { minConfinement = 3, minMovingMs = 700 } = options;

  return defineDetector('thrashedCursor', ({ pointer$, presses$, scroll$ }) => {
    let moves: readonly PointerSummary[] = [];
    let thrashedAt: Milliseconds = -Infinity;
    const reset = () => (moves = []);

    const moved = (move: PointerSummary): Finding | undefined => {
      const { time } = move;
      moves = [...moves.filter((each) => time - each.time < windowMs), move];
      const movingMs = sumOf(moves, 'durationMs');
      const pathPx = sumOf(moves, 'pathPx');
      const turns = sumOf(moves, 'turns');
      const speed = (1000 * pathPx) / movingMs;
      const confinement = pathPx / diagonalOf(moves);
      const isThrash =
        movingMs >= minMovingMs &&
        pathPx >= minPathPx &&
        speed >= minSpeed &&
        turns >= minTurns &&
        confinement >= minConfinement;
      if (!isThrash) return undefined;
      // Asked last, as it takes a look at the page.
      const onSurface = moves.findLastIndex(({ target }) => target.control === 'surface');
      // What ends outside of a drawing or map may have begun on it.
      if (onSurface >= 0) return void (moves = moves.slice(onSurface + 2));
      const { target } = move;
      const isNew = time - thrashedAt >= windowMs;
      thrashedAt = time;
      const strength =
        0.4 * Math.min(1, turns / 10) +
        0.3 * Math.min(1, speed / 1500) +
        0.3 * (1 - 1 / confinement);
      return isNew ? { time, target, strength, evidence: { turns, speed, pathPx } } : undefined;
    };

    return merge(
      merge<unknown[]>(presses$, scroll$).pipe(note(reset)),
      pointer$.pipe(mapDefined(moved)),
    );
  });
}

function sumOf(moves: readonly PointerSummary[], key: 'durationMs' | 'pathPx' | 'turns'): number {
  return moves.reduce((sum, move) => sum + move[key], 0);
}

function diagonalOf(moves: readonly PointerSummary[]): number {
  const most = (valueOf: (move: PointerSummary) => number) => Math.max(...moves.map(valueOf));
  return Math.hypot(
    most(({ right }) => right) + most(({ left }) => -left),
    most(({ bottom }) => bottom) + most(({ top }) => -top),
  );
}
