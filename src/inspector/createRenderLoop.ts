import { guard, type Report } from '../guard.js';
import type { Milliseconds } from '../types.js';

/** Least time between two drawings that something new asked for. */
const FRAME_MS: Milliseconds = 250;
/** What is shown says how long ago it was: it goes stale, and the plot moves, once a second. */
const STALE_MS: Milliseconds = 1000;

export interface RenderLoop {
  /** Something changed: draws soon. */
  readonly request: () => void;
  /** Stops drawing; what is asked for meanwhile is drawn by `resume`. */
  readonly pause: () => void;
  readonly resume: () => void;
}

export interface RenderLoopOptions {
  readonly view: Pick<Window, 'setTimeout' | 'clearTimeout' | 'performance' | 'document'>;
  readonly report: Report;
  /** @returns whether what is shown will go stale without anything happening */
  readonly draw: () => boolean;
}

/** Draws when there is something to draw, many changes at once, on one timer. */
export function createRenderLoop({ view, report, draw }: RenderLoopOptions): RenderLoop {
  let timer: number | undefined;
  let due = Infinity;
  let drawnAt = -Infinity;
  let isPaused = false;

  const drawAt = (time: Milliseconds) => {
    if (isPaused || time >= due) return;
    view.clearTimeout(timer);
    due = time;
    timer = view.setTimeout(run, Math.max(0, time - view.performance.now()));
  };
  const cancel = () => {
    view.clearTimeout(timer);
    due = Infinity;
  };
  const run = () => {
    due = Infinity;
    drawnAt = view.performance.now();
    // Nobody sees a hidden page; it is looked at again once a second, which browsers slow down.
    const goesStale = view.document.hidden || guard(report, 'internal', draw);
    if (goesStale) drawAt(drawnAt + STALE_MS);
  };
  const request = () => drawAt(Math.max(view.performance.now(), drawnAt + FRAME_MS));

  return {
    request,
    pause: () => {
      isPaused = true;
      cancel();
    },
    resume: () => {
      isPaused = false;
      request();
    },
  };
}
