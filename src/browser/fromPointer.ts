import type { Observable } from 'rxjs';
import { ringBuffer } from '../tools/ringBuffer.js';
import type { PointerSummary } from '../types.js';
import type { Host } from './Host.js';
import { addListener } from './listen.js';
import { motionSum } from './motionSum.js';
import { summaries } from './summaries.js';

/** Moves in 200 ms at 1 000 Hz, and some more. */
const CAPACITY = 256;

/**
 * How a mouse or pen moved with no button held; a raw move costs one write into the ring buffer
 * and nothing else.
 */
export function fromPointer(host: Host): Observable<PointerSummary> {
  const { window, report, isMovement } = host;
  const ring = ringBuffer(CAPACITY);
  const sum = motionSum();

  const start = (onEvent: () => void) =>
    addListener(
      window,
      'pointermove',
      (event) => {
        if (!isMovement(event as PointerEvent)) return;
        ring.push(
          event.timeStamp,
          (event as PointerEvent).clientX,
          (event as PointerEvent).clientY,
        );
        onEvent();
      },
      report,
    );

  return summaries(host, start, () => {
    ring.drain(sum.add);
    return sum.take(host.clock.now());
  });
}
