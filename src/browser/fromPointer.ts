import type { Observable } from 'rxjs';
import { ringBuffer } from '../tools/ringBuffer.js';
import type { Milliseconds, PointerSummary } from '../types.js';
import type { Host } from './Host.js';
import { summaries } from './summaries.js';

/** Moves in 200 ms at 1 000 Hz, and some more. */
const CAPACITY = 256;
/** Steps under this are tremor. */
const STEP_PX = 5;
const TURN_COS = Math.cos(Math.PI / 4);
const PAUSE_MS: Milliseconds = 1000;

/** How the pointer moved; a raw move costs one write into the ring buffer and nothing else. */
export function fromPointer(host: Host): Observable<PointerSummary> {
  const { window } = host;
  const ring = ringBuffer(CAPACITY);
  let lastAt = -Infinity;

  const start = (onEvent: () => void) => {
    const onMove = (event: MouseEvent) => {
      ring.push(event.timeStamp, event.clientX, event.clientY);
      onEvent();
    };
    window.addEventListener('mousemove', onMove, true);
    return () => window.removeEventListener('mousemove', onMove, true);
  };

  const take = (): PointerSummary | undefined => {
    if (ring.size === 0) return undefined;
    const path = walk(ring.drain);
    const pauses = path.firstAt - lastAt > PAUSE_MS && lastAt > 0 ? 1 : 0;
    lastAt = path.lastAt;
    const { turns, maxSpeed, pathPx, netPx } = path;
    const durationMs = path.lastAt - path.firstAt;
    return { time: host.clock.now(), durationMs, pathPx, netPx, turns, maxSpeed, pauses };
  };

  return summaries(host, start, take);
}

/** Walks the moves once. */
function walk(drain: (row: (time: Milliseconds, x: number, y: number) => void) => void) {
  let [firstAt, firstX, firstY] = [NaN, 0, 0];
  let [lastAt, lastX, lastY] = [NaN, 0, 0];
  let [stepAt, stepX, stepY, headingX, headingY] = [0, 0, 0, 0, 0];
  let [pathPx, turns, maxSpeed] = [0, 0, 0];
  drain((time, x, y) => {
    if (Number.isNaN(firstAt)) {
      [firstAt, firstX, firstY, stepAt, stepX, stepY] = [time, x, y, time, x, y];
    } else {
      pathPx += Math.hypot(x - lastX, y - lastY);
    }
    [lastAt, lastX, lastY] = [time, x, y];
    const stepPx = Math.hypot(x - stepX, y - stepY);
    if (stepPx < STEP_PX) return;
    const [nowX, nowY] = [(x - stepX) / stepPx, (y - stepY) / stepPx];
    if ((headingX || headingY) && headingX * nowX + headingY * nowY < TURN_COS) turns += 1;
    maxSpeed = Math.max(maxSpeed, (1000 * stepPx) / Math.max(1, time - stepAt));
    [stepAt, stepX, stepY, headingX, headingY] = [time, x, y, nowX, nowY];
  });
  return {
    firstAt,
    lastAt,
    pathPx,
    netPx: Math.hypot(lastX - firstX, lastY - firstY),
    turns,
    maxSpeed,
  };
}
