import type { Milliseconds, PointerSummary } from '../types.js';

/** All but what the pointer was over. */
export type Motion = Omit<PointerSummary, 'target'>;

export interface MotionSum {
  /** One move: when, and where in CSS pixels. */
  readonly add: (time: Milliseconds, x: number, y: number) => void;
  /** What was added since the last time; `undefined` when nothing was. */
  readonly take: (now: Milliseconds) => Motion | undefined;
}

/** Steps under this are tremor. */
const STEP_PX = 5;
const TURN_COS = Math.cos(Math.PI / 4);
/** A rest longer than this is a pause, and what follows a movement of its own. */
const PAUSE_MS: Milliseconds = 1000;
/** Mice report every 1 to 8 ms; what seems faster came together. */
const MIN_STEP_MS: Milliseconds = 4;

/** Sums up movement; a path goes on from one summary to the next, as does its direction. */
export function motionSum(): MotionSum {
  let [lastAt, lastX, lastY] = [-Infinity, 0, 0];
  // Where the last step of some length ended, and its direction; 0, 0 before the first.
  let [anchorAt, anchorX, anchorY, headingX, headingY] = [0, 0, 0, 0, 0];
  let [startAt, startX, startY] = [NaN, 0, 0];
  let [pathPx, turns, maxSpeed, pauses] = [0, 0, 0, 0];
  let [originX, originY] = [NaN, NaN];
  let [left, right, top, bottom] = [0, 0, 0, 0];

  const begin = (time: Milliseconds, x: number, y: number) => {
    [anchorAt, anchorX, anchorY, headingX, headingY] = [time, x, y, 0, 0];
    start(time, x, y);
  };

  const start = (time: Milliseconds, x: number, y: number) => {
    [startAt, startX, startY] = [time, x, y];
    [left, right, top, bottom] = [x, x, y, y];
  };

  const step = (time: Milliseconds, x: number, y: number, stepPx: number) => {
    const [nowX, nowY] = [(x - anchorX) / stepPx, (y - anchorY) / stepPx];
    const isFirst = headingX === 0 && headingY === 0;
    if (!isFirst && headingX * nowX + headingY * nowY <= TURN_COS) turns += 1;
    const speed = (1000 * stepPx) / Math.max(MIN_STEP_MS, time - anchorAt);
    maxSpeed = Math.max(maxSpeed, speed);
    [anchorAt, anchorX, anchorY, headingX, headingY] = [time, x, y, nowX, nowY];
  };

  const add = (time: Milliseconds, x: number, y: number) => {
    if (Number.isNaN(originX)) [originX, originY] = [x, y];
    const isResumed = time - lastAt > PAUSE_MS;
    if (isResumed && lastAt > -Infinity) pauses += 1;
    if (isResumed) begin(time, x, y);
    else pathPx += Math.hypot(x - lastX, y - lastY);
    if (Number.isNaN(startAt)) start(lastAt, lastX, lastY);
    [lastAt, lastX, lastY] = [time, x, y];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    const stepPx = Math.hypot(x - anchorX, y - anchorY);
    if (stepPx >= STEP_PX) step(time, x, y, stepPx);
  };

  const take = (now: Milliseconds): Motion | undefined => {
    if (Number.isNaN(startAt)) return undefined;
    const netPx = Math.hypot(lastX - startX, lastY - startY);
    const summary = {
      time: now,
      durationMs: lastAt - startAt,
      pathPx,
      netPx,
      turns,
      maxSpeed,
      pauses,
      left: left - originX,
      right: right - originX,
      top: top - originY,
      bottom: bottom - originY,
    };
    startAt = NaN;
    [pathPx, turns, maxSpeed, pauses] = [0, 0, 0, 0];
    return summary;
  };

  return { add, take };
}
